import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fit } from './fit.js';
import { readLabelledLines } from './labelled-line.js';

/** `npm run calibrate:crosswalk`: fits the certainty to the labelled lines and writes it into the crosswalk's data. */
const LINES = 'libs/crosswalk/calibration/labelled-lines.csv';
const FITTED = 'libs/crosswalk/src/data/fitted-certainty.json';

const lines = readLabelledLines(LINES);
const rounded = (_key: string, value: unknown) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value);
const content = {
  how: `npm run calibrate:crosswalk over ${lines.length} lines of ${LINES}: conditional logit over the kinds of goods that each line may mean`,
  ...fit(lines),
};
writeFileSync(join(process.cwd(), FITTED), `${JSON.stringify(content, rounded, 2)}\n`);
console.log(`Written: ${FITTED}, from ${lines.length} lines.`);
