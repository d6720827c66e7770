export { writeWcoDeclaration } from './write-declaration.js';
