export { freePort } from './embedded/free-port.js';
export * from './embedded-postgres.js';
export * from './large-column.js';
export type { Listening } from './listener.js';
export * from './open-room-database.js';
export * from './retryable.js';
export * from './room-database.js';
export { assertRoomName, BUS_ROLE, roleOf } from './room-schema.js';
export * from './row-security.js';
