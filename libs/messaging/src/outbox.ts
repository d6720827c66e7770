import type { EntityManager } from 'typeorm';
import type { OutgoingMessage } from './message.js';

/** Where a room says something: rows written in the same transaction as the effect they tell of. */
export abstract class Outbox {
  abstract add(transaction: EntityManager, messages: readonly OutgoingMessage[]): Promise<void>;
}
