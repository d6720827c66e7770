export { readWcoResponse } from './read-response.js';
