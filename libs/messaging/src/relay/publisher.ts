import type { EntityManager } from 'typeorm';

/** Brings what the outbox holds to where others hear it: one per transport. */
export interface Publisher {
  /** Before the first pass. */
  start(): Promise<void>;
  /**
   * Publishes the oldest unpublished messages, gives them the positions after `lastPosition` and says how many there were. The caller
   * holds the relay's row, so no one else does the same. Throws when it cannot; then nothing has a position.
   */
  publish(transaction: EntityManager, lastPosition: bigint): Promise<number>;
  close(): Promise<void>;
}

/** How many messages one transaction publishes. */
export const PUBLISH_AT_ONCE = 500;
