import type { Handler } from './inbox/delivery.js';

/** Hears topics and brings their messages to the handlers: one per transport. */
export interface Consumer {
  /** Returns once it hears. Topics nobody has said anything on yet are waited for in silence. */
  start(handlers: ReadonlyMap<string, Handler>): Promise<void>;
  /** When it last gave a sign of life; undefined before the first, or when it hears nothing. */
  seenAt(): number | undefined;
  /** Finishes the transactions in hand, takes nothing new. */
  stop(): Promise<void>;
}
