import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A goods line that a person has classified. */
export interface LabelledLine {
  readonly id: string;
  readonly language: string;
  readonly name: string;
  readonly otherName: string;
  /** `GNG 84073200`, or empty. */
  readonly code: string;
  readonly unNumber: string;
  readonly expect: 'named' | 'ambiguous' | 'unknown';
  /** Acceptable HS codes, best first; four digits stand for any subheading of theirs. */
  readonly hs: readonly string[];
}

export const readLabelledLines = (file: string): LabelledLine[] =>
  parse<Omit<LabelledLine, 'hs'> & { hs: string }>(readFileSync(file, 'utf8'), { columns: true, bom: true }).map(
    (row) => ({
      ...row,
      hs: row.hs.split(' ').filter((code) => code !== ''),
    }),
  );
