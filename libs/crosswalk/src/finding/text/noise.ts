import { lazily, readTable } from '../../reference-table.js';
import { isHan } from './characters.js';
import { fold } from './fold.js';

/** Words of the table `noise-words.csv`: they tell of packing, of liability, of who sends, not of what the goods are. */
export interface Noise {
  /** Phrases that are no part of any name, by their first word, the longest first. */
  readonly legal: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Packing, which says little beside a name and is a name only where it is empty. */
  readonly packing: ReadonlySet<string>;
  /** Words that are weak beside others: `grade`, `для`. */
  readonly weak: ReadonlySet<string>;
  /** Words that make the words beside them somebody's name. */
  readonly company: ReadonlySet<string>;
  /** What follows a number. */
  readonly units: ReadonlySet<string>;
  /** Words that make packing the goods themselves. */
  readonly empty: ReadonlySet<string>;
  /** Chinese words of all these kinds that are cut off both ends of a run of characters. */
  readonly chinese: ReadonlySet<string>;
}

export const noise = lazily((): Noise => {
  const rows = readTable<'kind' | 'words'>('noise-words.csv');
  const words = (...wanted: string[]): string[] =>
    rows.filter(({ kind }) => wanted.includes(kind)).flatMap((row) => row.words.split('|').map(fold));
  return {
    legal: byFirstWord(words('legal').filter((phrase) => !startsChinese(phrase))),
    packing: new Set(words('packing').flatMap(wordsOf)),
    weak: new Set(words('quality')),
    company: new Set(words('company')),
    units: new Set(words('unit')),
    empty: new Set(words('empty')),
    chinese: new Set(words('legal', 'packing', 'quality').filter(startsChinese)),
  };
});

const startsChinese = (phrase: string): boolean => isHan(phrase.charCodeAt(0));

export const LONGEST_CHINESE_NOISE = 12;

const wordsOf = (phrase: string): string[] => phrase.match(/[\p{L}\p{N}]+/gu) ?? [];

function byFirstWord(phrases: readonly string[]): Map<string, string[][]> {
  const index = new Map<string, string[][]>();
  for (const words of phrases.map(wordsOf).sort((one, other) => other.length - one.length)) {
    const [first] = words;
    if (first !== undefined) index.set(first, [...(index.get(first) ?? []), words]);
  }
  return index;
}
