import { createRequire } from 'node:module';

/** The requests of one connection, as far as we touch it: kafkajs 2.2.4 has no types of what is inside. */
export interface RequestQueue {
  readonly pending: readonly unknown[];
  readonly throttleCheckTimeoutId: NodeJS.Timeout | null;
  scheduleCheckPendingRequests: (this: RequestQueue) => void;
  checkPendingRequests(): void;
  push(request: object): void;
  fulfillRequest(response: object): void;
  maybeThrottle(milliseconds: number): void;
  destroy(): void;
}

export const RequestQueue = createRequire(import.meta.url)('kafkajs/src/network/requestQueue') as {
  new (options: object): RequestQueue;
  readonly prototype: RequestQueue;
};

const { prototype } = RequestQueue;
const { scheduleCheckPendingRequests } = prototype;

/**
 * As it is, every connection looks for waiting requests a thousand times a second, also when there are none (kafkajs issues 1556 and 1704, not mended in any release): 3 % of
 * a core for each room that does nothing. It looks while there are some.
 */
prototype.scheduleCheckPendingRequests = function (this: RequestQueue): void {
  if (this.pending.length > 0) scheduleCheckPendingRequests.call(this);
};
