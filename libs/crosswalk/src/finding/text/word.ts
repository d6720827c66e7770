import { lazily } from '../../reference-table.js';
import { DIGIT, kindOf } from './characters.js';
import { noise } from './noise.js';
import { isCyrillic, isRussianAdjective, rootMark, rootOf, stem } from './stem.js';

/** What reading wants to know of a word of an alphabet, found once: most words come again and again. */
export interface Word {
  /** Its stem; a word with digits as it stands. */
  readonly key: string;
  /** The number of the stem and of what derived words share, `NO_TERM` where there is none. */
  readonly stem: number;
  readonly root: number;
  /** Which of `Trait` it has. */
  readonly traits: number;
}

/** No name has such a term. */
export const NO_TERM = -1;

export enum Trait {
  /** With digits in it. */
  Number = 1,
  Cyrillic = 2,
  RussianAdjective = 4,
  /** What follows only qualifies. */
  Border = 8,
  /** English, put behind the name it qualifies. */
  StandsAfter = 16,
  /** One letter, which says nothing. */
  Letter = 32,
  Weak = 64,
  Packing = 128,
  Unit = 256,
  Company = 512,
  /** Makes packing the goods themselves. */
  Empty = 1024,
  /** Phrases of the law begin with it. */
  Legal = 2048,
}

export const has = (word: Word, trait: Trait): boolean => (word.traits & trait) !== 0;

export function hasDigits(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (kindOf(text.charCodeAt(at)) === DIGIT) return true;
  return false;
}

/** Of words with digits that no name has lines are full: nobody asks which one it is. */
export const strangeNumber = (text: string): Word =>
  /^[\d.,]+$/.test(text) ? SOME_NUMBER : numberWith(traitsOf(text));

const numberWith = (traits: number): Word => ({ key: '', stem: NO_TERM, root: NO_TERM, traits });
const SOME_NUMBER = numberWith(Trait.Number);

/** A word whose terms are numbered so. */
export function wordWith(text: string, numberOf: (key: string) => number): Word {
  const traits = traitsOf(text);
  const key = traits & Trait.Number ? text : stem(text.replace('-', ''));
  if (traits & Trait.Letter) return { key, stem: NO_TERM, root: NO_TERM, traits };
  const root = traits & Trait.Number ? NO_TERM : numberOf(rootMark + rootOf(key));
  return { key, stem: numberOf(key), root, traits };
}

function traitsOf(text: string): number {
  const isCyrillicWord = isCyrillic(text);
  return (
    (traitsByWord().get(text) ?? 0) |
    (hasDigits(text) ? Trait.Number : 0) |
    (isCyrillicWord ? Trait.Cyrillic : 0) |
    (isRussianAdjective(text) ? Trait.RussianAdjective : 0) |
    (text.length === 1 && !isCyrillicWord ? Trait.Letter : 0)
  );
}

const BORDERS = 'for of in with from to without w on by as для из с со без в во на от к ко под при по'.split(' ');

const STANDS_AFTER =
  'empty frozen fresh chilled dried live raw new used unused refined crude whole split cut iqf boneless powder granular granulated liquid solid knitted woven printed'.split(
    ' ',
  );

/** All that tables say of a word, so that it is asked once. */
const traitsByWord = lazily((): ReadonlyMap<string, number> => {
  const { weak, packing, units, company, empty, legal } = noise();
  const byWord = new Map<string, number>();
  const mark = (words: Iterable<string>, trait: Trait): void => {
    for (const word of words) byWord.set(word, (byWord.get(word) ?? 0) | trait);
  };
  mark(BORDERS, Trait.Border);
  mark(STANDS_AFTER, Trait.StandsAfter);
  mark(weak, Trait.Weak);
  mark(packing, Trait.Packing);
  mark(units, Trait.Unit);
  mark(company, Trait.Company);
  mark(empty, Trait.Empty);
  mark(legal.keys(), Trait.Legal);
  return byWord;
});
