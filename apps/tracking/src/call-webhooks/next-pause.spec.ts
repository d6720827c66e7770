import { nextPauseMs } from './next-pause.js';

it('a webhook that fails is called again after seconds, then minutes, at least every hour', () => {
  expect([1, 2, 3, 6, 11, 12, 13, 80].map((failures) => nextPauseMs(failures) / 1_000)).toEqual([
    2, 4, 8, 64, 2_048, 3_600, 3_600, 3_600,
  ]);
});
