import { scoreOf, type Answer, type Score } from './score.js';

/** All answers and those of each language, in percent. */
export function printScores(answers: readonly Answer[]): void {
  const languages = [...new Set(answers.map(({ line }) => line.language))];
  const groups: [string, readonly Answer[]][] = [
    ['all', answers],
    ...languages.map((each): [string, Answer[]] => [each, answers.filter(({ line }) => line.language === each)]),
  ];
  console.table(Object.fromEntries(groups.map(([name, group]) => [name, inPercent(scoreOf(group))])));
}

const inPercent = ({ lines, ...shares }: Score): Record<string, number> => ({
  lines,
  ...Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, Math.round(share * 1000) / 10])),
});
