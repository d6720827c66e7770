import { CreateBusTables1700000000001 } from './tables/create-bus-tables.migration.js';

export * from './batch.js';
export * from './connect-bus.js';
export { growing } from './growing.js';
export * from './hears.js';
export {
  type Decision,
  type ParkedMessage,
  type ParkedQuery,
  ParkingLot,
  type Settlement,
} from './inbox/parking-lot.js';
export * from './message.js';
export * from './open-messaging.js';
export type { BusObserver } from './observer.js';
export * from './options.js';
export * from './outbox.js';
export { continueTrace } from './outbox/trace.js';
export * from './vitals.js';
export type { YidanTransport } from './yidan-transport.js';

/** The tables the bus needs in a room's schema; given to `openRoomDatabase` with the room's own migrations. */
export const busMigrations = [CreateBusTables1700000000001] as const;
