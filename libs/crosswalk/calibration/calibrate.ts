import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crosswalkBelieving } from '../src/build-crosswalk.js';
import { fit } from './fit.js';
import { readLabelledLines, type LabelledLine } from './labelled-line.js';
import { printScores } from './print-scores.js';
import { answerTo } from './score.js';

/** `npm run calibrate:crosswalk`: fits the certainty to the labelled lines and writes it into the crosswalk's data. */
const LINES = 'libs/crosswalk/calibration/labelled-lines.csv';
const FITTED = 'libs/crosswalk/src/data/fitted-certainty.json';

const lines = readLabelledLines(LINES);

/** Each fifth of the lines answered with what the other four fitted: what to expect of lines that were not seen. */
const FOLDS = 5;
const answers = Array.from({ length: FOLDS }, (_, fold) => {
  const inFold = (_line: LabelledLine, at: number) => at % FOLDS === fold;
  const crosswalk = crosswalkBelieving(fit(lines.filter((line, at) => !inFold(line, at))));
  return lines.filter(inFold).map((line) => answerTo(line, crosswalk));
}).flat();
console.log('Cross-validated, in percent:');
printScores(answers);

const rounded = (_key: string, value: unknown) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value);
const content = {
  how: `npm run calibrate:crosswalk over ${lines.length} lines of ${LINES}: conditional logit over the kinds of goods that each line may mean`,
  ...fit(lines),
};
writeFileSync(join(process.cwd(), FITTED), `${JSON.stringify(content, rounded, 2)}\n`);
console.log(`Written: ${FITTED}, from ${lines.length} lines.`);
