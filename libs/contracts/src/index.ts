export * from './events.js';
export { checkEvent, ContractViolation, jsonMessage } from './json-message.js';
export { projectRoot } from './project-root.js';
export * from './topics.js';
