import type { Message } from './message.js';

/** Sees a room's bus at work, for metrics and traces. */
export interface BusObserver {
  /** Around a handler's work on a batch, inside its transaction; a batch that failed comes again message by message. */
  around<Result>(topic: string, messages: readonly Message[], work: () => Promise<Result>): Promise<Result>;
  /** A message was set aside for an operator. */
  parked(message: Message): void;
  /** W3C traceparent that goes on in what is said just now; undefined outside any trace. */
  traceparent(): string | undefined;
}

export const NO_OBSERVER: BusObserver = {
  around: (_topic, _messages, work) => work(),
  parked: () => undefined,
  traceparent: () => undefined,
};
