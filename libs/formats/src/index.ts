export { catalogue } from './catalogue.js';
export type { AnyFormat, Format, Writing } from './format.js';
export { readDocument, type DocumentReading } from './read-document.js';
