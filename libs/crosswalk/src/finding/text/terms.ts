import { noise } from './noise.js';
import { isCyrillic, isRussianAdjective, rootMark, rootOf, stem } from './stem.js';

/** Something of a line that can be compared. */
export interface Term {
  readonly key: string;
  /** By where it stands: 1 for a word of the goods' own name. */
  readonly weight: number;
  /** How far it names the kind of thing: `发动机` in 摩托车发动机, `engines`, `двигатели`. 0 for what only qualifies. */
  readonly head: number;
}

/** Each term once, as strongly as it occurs. */
export class Terms {
  private readonly byKey = new Map<string, Term>();

  add(key: string, weight: number, head: number): void {
    const known = this.byKey.get(key);
    if (known === undefined) this.byKey.set(key, { key, weight, head });
    else this.byKey.set(key, { key, weight: Math.max(known.weight, weight), head: Math.max(known.head, head) });
  }

  all(): Term[] {
    return [...this.byKey.values()];
  }
}

const CHARACTER = 0.35;
const HEAD = 1.5;

/** Chinese compounds end with their head: pairs of characters, the last of them the head, and each character by itself. */
export function addChinese(terms: Terms, run: string, weight: number): void {
  const last = run.length - 1;
  if (last === 0) return terms.add(run, weight, weight);
  for (let at = 0; at <= last; at++) {
    const isLast = at === last;
    terms.add(run[at] as string, weight * CHARACTER, isLast ? weight / 2 : 0);
    if (!isLast) terms.add(run.slice(at, at + 2), weight * (at === last - 1 ? HEAD : 1), at === last - 1 ? weight : 0);
  }
}

const STEM = 0.7;
const ROOT = 0.3;
const MODIFIER = 0.5;
const WEAK = 0.1;
const PACKING = 0.15;

/** How often a stem is the head of the names that have it: `engine` nearly always, `white` never. */
export type Headness = (stemmed: string) => number;

/** Words of an alphabet: stems and what derived words share; what follows `for`, `для` or a number only qualifies. */
export function addWords(
  terms: Terms,
  words: readonly string[],
  weight: number,
  packingIsWeak: boolean,
  headness?: Headness,
): void {
  const named = words.map((word) => ({ word, factor: factorOf(word, packingIsWeak) }));
  const border = borderOf(named);
  const head = headOf(named.slice(0, border), headness);
  named.forEach(({ word, factor }, at) => {
    const strength = weight * factor * (at > border ? MODIFIER : 1) * (at === head ? HEAD : 1);
    if (strength > 0) addWord(terms, word, strength, at === head ? weight : 0);
  });
}

function addWord(terms: Terms, word: string, weight: number, head: number): void {
  if (/\d/.test(word)) return terms.add(word, weight * STEM, head);
  const { stemmed, root } = formsOf(word);
  terms.add(stemmed, weight * STEM, head);
  terms.add(root, weight * ROOT, head / 2);
}

interface Forms {
  readonly stemmed: string;
  readonly root: string;
}

const known = new Map<string, Forms>();
const MOST_KNOWN = 50_000;

/** Most words come again and again; those of all names are some thousands. */
function formsOf(word: string): Forms {
  const forms = known.get(word);
  if (forms !== undefined) return forms;
  const stemmed = stem(word.replace('-', ''));
  const fresh = { stemmed, root: rootMark + rootOf(stemmed) };
  if (known.size < MOST_KNOWN) known.set(word, fresh);
  return fresh;
}

function factorOf(word: string, packingIsWeak: boolean): number {
  const { weak, packing, units } = noise();
  if (word.length === 1 && !isCyrillic(word)) return 0;
  if (weak.has(word)) return WEAK;
  return packingIsWeak && (packing.has(word) || units.has(word)) ? PACKING : 1;
}

const BORDERS = new Set(
  'for of in with from to without w on by as для из с со без в во на от к ко под при по'.split(' '),
);

interface Weighed {
  readonly word: string;
  readonly factor: number;
}

/** A word with a digit in it; most have one at either end. */
const isNumber = (word: string): boolean => isDigit(word, 0) || isDigit(word, word.length - 1) || /\d/.test(word);

const isDigit = (word: string, at: number): boolean => word.charCodeAt(at) >= 48 && word.charCodeAt(at) <= 57;

/** A word that can be what the goods are. */
const isAble = ({ word, factor }: Weighed): boolean => factor > WEAK * 2 && !isNumber(word);

/** Where the name ends and what is said of it begins; the end, where nothing is. What stands before (`cartons of`) must be a name. */
function borderOf(words: readonly Weighed[]): number {
  const named = words.findIndex(isAble);
  const border = words.findIndex(({ word }, at) => at > named && (BORDERS.has(word) || isNumber(word)));
  return named < 0 || border < 0 ? words.length : border;
}

/** English names end with their head, Russian ones begin with it, after adjectives. */
function headOf(words: readonly Weighed[], headness: Headness | undefined): number {
  if (words.some(({ word }) => isCyrillic(word))) {
    const noun = words.findIndex((word) => isAble(word) && !isRussianAdjective(word.word));
    return noun >= 0 ? noun : words.findIndex(isAble);
  }
  const isHead = (least: number) => (word: Weighed) =>
    isAble(word) &&
    !STANDS_AFTER.has(word.word) &&
    (headness === undefined || headness(formsOf(word.word).stemmed) >= least);
  const usual = words.findLastIndex(isHead(USUALLY));
  return usual >= 0 ? usual : words.findLastIndex(isHead(0));
}

/** Grades, brands and qualities that stand behind an English name are no heads of other names. */
const USUALLY = 0.3;

/** English words that are put behind the name they qualify. */
const STANDS_AFTER = new Set(
  'empty frozen fresh chilled dried live raw new used unused refined crude whole split cut iqf boneless powder granular granulated liquid solid knitted woven printed'.split(
    ' ',
  ),
);
