import { LRUCache } from 'lru-cache';
import { normalised } from '../names.js';
import { dangerousNames, keyOf, type DangerousName } from './dangerous-names.js';
import { phrasesOf, PREPOSITIONS, separatorOf, type Phrase } from './phrases.js';

/** Goods whose name is that of dangerous goods. */
export interface Suspicion {
  /** The names that raise it, as written. */
  readonly names: readonly string[];
  /** What they suggest. */
  readonly unNumbers: readonly string[];
  /** `maybe`: goods so named may be dangerous or not. */
  readonly certainty: 'named' | 'maybe';
}

/**
 * Whether names of one goods item, in Chinese, Russian or English, are those of dangerous goods. A name that says what it does not contain
 * raises nothing; one that says that the goods are of the harmless kind (water-based, empty, toy) takes back what may be.
 */
export function suspectDangerousGoods(names: readonly string[]): Suspicion | undefined {
  const found = names.flatMap((name) => entriesIn.memo(name).map((entry) => ({ name, entry })));
  if (found.length === 0) return undefined;
  const isHarmless = names.some((name) => HARMLESS.test(normalised(name)));
  const standing = found.filter(({ entry }) => !isHarmless || entry.reading === 'exact');
  const named = standing.filter(({ entry }) => entry.reading !== 'maybe');
  const telling = named.length > 0 ? named : standing;
  if (telling.length === 0) return undefined;
  return {
    names: [...new Set(telling.map(({ name }) => name))],
    unNumbers: [...new Set(telling.flatMap(({ entry }) => entry.unNumbers))],
    certainty: named.length > 0 ? 'named' : 'maybe',
  };
}

/** Every version of a record asks for its names again. */
const entriesIn = new LRUCache<string, readonly DangerousName[]>({
  max: 5_000,
  maxSize: 1_000_000,
  sizeCalculation: (_entries, name) => name.length + 1,
  memoMethod: (name) => dangerousNamesIn(name),
});

function dangerousNamesIn(name: string): readonly DangerousName[] {
  const entries = dangerousNames().get(keyOf(name)) ?? phrasesOf(name).flatMap(entriesOf);
  return entries.length > 0 && DENIED.test(normalised(name)) ? [] : entries;
}

const DENIED =
  /-free\b|\bfree (of|from)\b(?! charge)|\bwithout\b|\b(not|no) contain|不含|(?<!\p{L})без(?!\p{L})|не содерж/u;

const HARMLESS = new RegExp(
  [
    'water[- ]?(based|borne|soluble)|aqueous (medium|dispersion|based)|powder (coating|paint)|\\b(empty|toys?|dummy|imitation|artificial|solar|photovoltaic|alkaline)\\b',
    '(carbon[- ]zinc|zinc[- ]carbon|hot[- ]?melt|electronic fire)',
    '水性|水基|水溶性|粉末涂料|玩具|儿童|模型|太阳能|光伏|干电池|碱性电池|锌锰|热熔|电子(烟花|鞭炮|爆竹)|(^|旧)空(?!气)',
    'водоэмульс|водно|водораствор|водной основе|порошковая краска|порожн|(?<!\\p{L})пуст(ой|ая|ые|ых)|игрушечн|макет|солнечн|пва(?!\\p{L})',
  ].join('|'),
  'u',
);

/** The whole phrase, or the longest part of it with its noun that the table knows as one that may be qualified. */
function entriesOf(phrase: Phrase): readonly DangerousName[] {
  const whole = named(phrase, phrase.parts);
  if (whole.length > 0) return whole;
  const upToPreposition = cut(phrase);
  const short = named(phrase, upToPreposition);
  if (short.length > 0) return short;
  for (let length = Math.min(upToPreposition.length - 1, LONGEST_NAME); length > 0; length -= 1) {
    const part = phrase.script === 'cyrillic' ? upToPreposition.slice(0, length) : upToPreposition.slice(-length);
    const qualified = named(phrase, part).filter(({ reading }) => reading !== 'exact');
    if (qualified.length > 0) return qualified;
  }
  return [];
}

/** Parts of the longest name that may be qualified; a spec holds the table to it. */
export const LONGEST_NAME = 14;

const named = ({ script }: Phrase, parts: readonly string[]): readonly DangerousName[] =>
  dangerousNames().get(parts.join(separatorOf(script))) ?? [];

/** The phrase up to its first preposition; a phrase that begins with one names nothing. */
function cut({ script, parts }: Phrase): readonly string[] {
  if (script === 'han') return parts;
  const at = parts.findIndex((part) => PREPOSITIONS.has(part));
  return at < 0 ? parts : parts.slice(0, at);
}
