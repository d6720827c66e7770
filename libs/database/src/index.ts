export * from './room-database.js';
