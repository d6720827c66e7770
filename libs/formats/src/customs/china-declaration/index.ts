export { writeChinaDeclaration } from './write-declaration.js';
