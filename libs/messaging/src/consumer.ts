import type { Handler } from './inbox/inbox.js';

/** Hears topics and brings their messages to the handlers: one per transport. */
export interface Consumer {
  /** Returns once it hears. Topics nobody has said anything on yet are waited for in silence. */
  start(handlers: ReadonlyMap<string, Handler>): Promise<void>;
  /** Finishes the transactions in hand, takes nothing new. */
  stop(): Promise<void>;
  /** When it last gave a sign of life, milliseconds since 1970; undefined before the first. */
  seenAt(): number | undefined;
}
