import type { EntityManager } from 'typeorm';

/**
 * What a handler is given beside the messages (`@Ctx()`): the transaction in which the room's cursor moves past them. What the handler writes
 * through it, and what it says through the outbox with it, commits together or not at all.
 */
export interface BatchContext {
  readonly transaction: EntityManager;
  readonly topic: string;
}
