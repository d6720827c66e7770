import { setTimeout as pause } from 'node:timers/promises';

/** Waits for the work, but not longer; how it ends is not asked. For shutting down, where a hung peer must not hold us up. */
export async function atMost(milliseconds: number, work: Promise<unknown> | undefined): Promise<void> {
  const enough = new AbortController();
  const settled = Promise.resolve(work).catch(() => undefined);
  await Promise.race([settled, pause(milliseconds, undefined, { signal: enough.signal }).catch(() => undefined)]);
  enough.abort();
}
