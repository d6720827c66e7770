export * from './batch.js';
export * from './message.js';
export * from './outbox.js';
