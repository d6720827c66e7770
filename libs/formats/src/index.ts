export { catalogue } from './catalogue.js';
export type { Format } from './format.js';
export { readDocument, type DocumentReading } from './read-document.js';
