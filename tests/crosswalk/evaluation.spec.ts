import { fileURLToPath } from 'node:url';
import { projectRoot } from '#contracts';
import { buildCrosswalk } from '#crosswalk';
import { readLabelledLines } from '../../libs/crosswalk/calibration/labelled-line.js';
import { answerTo, scoreOf } from '../../libs/crosswalk/calibration/score.js';

/** On lines that nobody looked at who wrote tables or code. The floors are a little below what was measured: a change that falls through them lost something. */
describe('the crosswalk on lines it has not seen', () => {
  const crosswalk = buildCrosswalk();
  const lines = readLabelledLines(fileURLToPath(new URL('tests/crosswalk/labelled-lines.csv', projectRoot)));
  const score = scoreOf(lines.map((line) => answerTo(line, crosswalk)));

  it.each([
    ['is right of the heading where it says matched', 'matchedRightAt4', 0.965],
    ['is right of the subheading where it says matched', 'matchedRightAt6', 0.935],
    ['has the heading among its first three', 'top3At4', 0.92],
    ['does not match what is ambiguous or no goods at all', 'openRecognised', 0.94],
    ['matches most lines that name goods', 'matched', 0.6],
  ] as const)('%s', (_what, part, floor) => expect(score[part]).toBeGreaterThanOrEqual(floor));

  it('means what its certainty says', () => {
    expect(score.errorAt4).toBeLessThan(0.06);
    expect(score.errorAt6).toBeLessThan(0.06);
  });
});
