import type { EntityManager } from 'typeorm';
import type { OutgoingMessage } from './message.js';

/** Where a room says something: it is written with the effect it tells of, at the end of the same transaction. */
export abstract class Outbox {
  /** `transaction` is one of `RoomDatabase.asRoom`. Throws on a message that must not go out. */
  abstract add(transaction: EntityManager, messages: readonly OutgoingMessage[]): Promise<void>;
}
