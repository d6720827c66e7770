import { createHash } from 'node:crypto';
import type { GoodsQuestion, Resolution } from './crosswalk.js';
import { byPreference } from './naming/rail-codes.js';

export type Subject = Resolution['subject'];

/** A name for comparing: full-width forms folded, case and white space gone. */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** A code for comparing: people write `8407.32` and `8407 32`. */
export const codeKey = (code: string): string => code.replace(/[\s.]/g, '');

/** An index of PostgreSQL takes 2,704 bytes of a row. A key and another column that comes from outside fit, whatever their characters. */
const LONGEST_KEY = 500;

/** The same for every way of writing one subject: `HS:840732`, `NAME:摩托车发动机`; goods described over pages by their digest. */
export function subjectKey({ scheme, value }: Subject): string {
  const key = `${scheme}:${scheme === 'NAME' ? nameKey(value) : codeKey(value)}`;
  return key.length <= LONGEST_KEY ? key : `${scheme}:${createHash('sha256').update(key).digest('hex')}`;
}

/** Keys of everything a resolution could be about to answer the question, the most telling first. Repeats are possible. */
export const subjectKeysOf = ({ railCodes, hsCodes, railNames, customsNames }: GoodsQuestion): string[] => [
  ...byPreference(railCodes).map(({ scheme, code }) => subjectKey({ scheme, value: code })),
  ...hsCodes.flatMap((code) => [code, codeKey(code).slice(0, 6)]).map((value) => subjectKey({ scheme: 'HS', value })),
  ...[...railNames, ...customsNames].map(({ text }) => subjectKey({ scheme: 'NAME', value: text })),
];
