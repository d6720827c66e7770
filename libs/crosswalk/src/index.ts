export * from './crosswalk.js';
