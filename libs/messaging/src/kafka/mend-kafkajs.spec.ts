import { setTimeout as pause } from 'node:timers/promises';
import { RequestQueue } from './mend-kafkajs.js';

const queue = (maxInFlightRequests: number): RequestQueue =>
  new RequestQueue({
    maxInFlightRequests,
    requestTimeout: 1_000,
    enforceRequestTimeout: false,
    clientId: 'test',
    broker: 'test',
    logger: { debug: () => undefined, warn: () => undefined },
  });

const request = (correlationId: number, sent: number[]) => ({
  entry: { correlationId, reject: () => undefined, resolve: () => undefined },
  expectResponse: true,
  sendRequest: () => void sent.push(correlationId),
});

describe('a connection of kafkajs', () => {
  it('does not ask again and again for waiting requests while there are none', () => {
    const idle = queue(1);
    idle.checkPendingRequests();
    const { throttleCheckTimeoutId } = idle;
    idle.destroy();
    expect(throttleCheckTimeoutId).toBeNull();
  });

  it('sends those that wait as soon as there is room', () => {
    const sent: number[] = [];
    const busy = queue(1);
    busy.push(request(1, sent));
    busy.push(request(2, sent));
    expect([sent, busy.throttleCheckTimeoutId === null]).toEqual([[1], false]);
    busy.fulfillRequest({ correlationId: 1, size: 0, payload: null });
    expect(sent).toEqual([1, 2]);
    busy.destroy();
  });

  it('looks for what its broker has asked it to hold back', async () => {
    const sent: number[] = [];
    const throttled = queue(5);
    throttled.maybeThrottle(20);
    throttled.push(request(1, sent));
    expect(sent).toEqual([]);
    while (sent.length === 0) await pause(5);
    throttled.destroy();
  });
});
