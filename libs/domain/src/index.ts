export * from './consignment.js';
export * from './container-number.js';
export * from './finding.js';
export * from './one-document.js';
export * from './refusal.js';
