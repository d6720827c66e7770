import { existsSync } from 'node:fs';
import { buildCrosswalk } from '../src/index.js';
import { readLabelledLines } from './labelled-line.js';
import { printScores } from './print-scores.js';
import { answerTo, hasAmongFirst, type Answer } from './score.js';

/** `npm run evaluate:crosswalk [-- FILE] [--show]`: how good the crosswalk is on labelled lines; `--show` tells which it gets wrong. */
const args = process.argv.slice(2);
const file = args.find((argument) => !argument.startsWith('--')) ?? 'tests/crosswalk/labelled-lines.csv';

function evaluate(lines: string): void {
  const crosswalk = buildCrosswalk();
  const answers = readLabelledLines(lines).map((line) => answerTo(line, crosswalk));
  console.log(`${lines}, in percent (${crosswalk.tables}):`);
  printScores(answers);
  if (args.includes('--show')) for (const answer of answers.filter(isWrong)) console.log(told(answer));
}

const isWrong = (answer: Answer): boolean =>
  answer.line.expect === 'named' ? !hasAmongFirst(answer, 1, 6) : answer.decision === 'matched';

const told = ({ line, decision, candidates }: Answer): string =>
  [
    `${line.id} ${line.name}${line.otherName && ` / ${line.otherName}`}`,
    `  expected ${line.expect} ${line.hs.join(' ')}, got ${decision}`,
    ...candidates.slice(0, 3).map(({ hsCode, certainty, evidence }) => `  ${hsCode} ${certainty} ${evidence}`),
  ].join('\n');

if (existsSync(file)) evaluate(file);
else {
  console.error(`There is no ${file}: name a file of labelled lines, npm run evaluate:crosswalk -- FILE`);
  process.exitCode = 1;
}
