import { setTimeout as pause } from 'node:timers/promises';
import { inTurns } from './in-turns.js';

const busyFor = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

describe('Work in turns', () => {
  it('gives the results in the order of the items', async () => {
    expect(await inTurns([30, 0, 10], async (ms) => pause(ms, ms))).toEqual([30, 0, 10]);
    expect(await inTurns([], String)).toEqual([]);
  });

  it('lets others have the thread while a long batch is worked on', async () => {
    const seen: string[] = [];
    setImmediate(() => seen.push('somebody else'));
    await inTurns(['first', 'second', 'third'], (item) => {
      seen.push(item);
      busyFor(6);
    });
    expect(seen).toEqual(['first', 'somebody else', 'second', 'third']);
  });

  it('fails with the work on any item, also one that failed while others had the thread', async () => {
    const failing = inTurns([1, 2, 3], async (item) => {
      busyFor(6);
      if (item === 1) throw new Error('The first fails.');
    });
    await expect(failing).rejects.toThrow('The first fails.');
    const throwing = inTurns([1, 2], (item) => {
      if (item === 2) throw new Error('The second fails.');
    });
    await expect(throwing).rejects.toThrow('The second fails.');
  });
});
