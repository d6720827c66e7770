import { setImmediate as others } from 'node:timers/promises';

const TURN_MS = 5;

/**
 * What `work` makes of each item, in their order. Every few milliseconds others have the thread: a long batch holds up no request of somebody who
 * stands at a counter.
 */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result | Promise<Result>,
): Promise<Result[]> {
  const results: Promise<Result>[] = [];
  let turnEnds = performance.now() + TURN_MS;
  for (const item of items) {
    const result = Promise.resolve(work(item));
    // Whoever waits for all hears of it; until then it is nobody's fault that nobody listens.
    result.catch(() => undefined);
    results.push(result);
    if (performance.now() < turnEnds) continue;
    await others();
    turnEnds = performance.now() + TURN_MS;
  }
  return Promise.all(results);
}
