import { jest } from '@jest/globals';
import { remember } from './remember.js';

describe('what is remembered', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is found out once for all who ask while it is found out, and for a second after', async () => {
    let times = 0;
    const ask = remember(1_000, async () => (times += 1));
    expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
    jest.advanceTimersByTime(999);
    expect(await ask()).toBe(1);
    jest.advanceTimersByTime(1);
    expect(await ask()).toBe(2);
  });

  it('is asked anew when an answer does not come', async () => {
    let times = 0;
    const ask = remember(1_000, () => (times++ === 0 ? new Promise<string>(() => undefined) : Promise.resolve('now')));
    void ask();
    jest.advanceTimersByTime(30_000);
    expect(await ask()).toBe('now');
  });
});
