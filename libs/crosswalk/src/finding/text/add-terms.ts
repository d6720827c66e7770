import type { Terms } from './terms.js';
import { pairKey, type Numbering, type Vocabulary } from './vocabulary.js';
import { has, NO_TERM, Trait, type Word } from './word.js';

const CHARACTER = 0.35;
const HEAD = 1.5;

/** Chinese compounds end with their head: pairs of characters, the last of them the head, and each character by itself. */
export function addChinese(terms: Terms, run: string, weight: number, { han }: Numbering): void {
  terms.latinIsForeign = true;
  const last = run.length - 1;
  let code = run.charCodeAt(0);
  if (last === 0) return addHan(terms, code, weight, weight, han);
  for (let at = 0; at < last; at++) {
    const next = run.charCodeAt(at + 1);
    const isHead = at === last - 1;
    addHan(terms, code, weight * CHARACTER, 0, han);
    addHan(terms, pairKey(code, next), weight * (isHead ? HEAD : 1), isHead ? weight : 0, han);
    code = next;
  }
  addHan(terms, code, weight * CHARACTER, weight / 2, han);
}

const addHan = (terms: Terms, key: number, weight: number, head: number, han: Numbering['han']): void =>
  terms.add(han(key), key, weight, head);

const STEM = 0.7;
const ROOT = 0.3;
const MODIFIER = 0.5;
const WEAK = 0.1;
const PACKING = 0.15;

/** How words of an alphabet are read. */
export interface Reading {
  /** Packing says little beside a name. */
  readonly packingIsWeak: boolean;
  /** Where the heads of other names tell which word of an English line is one. */
  readonly headness: Vocabulary['headness'] | undefined;
}

/** Words of an alphabet: stems and what derived words share; what follows `for`, `для` or a number only qualifies. */
export function addWords(terms: Terms, words: readonly Word[], weight: number, reading: Reading): void {
  const border = borderOf(words, reading);
  const head = headOf(words, border, reading);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    const strength = weight * factorOf(word, reading) * (at > border ? MODIFIER : 1) * (at === head ? HEAD : 1);
    if (strength > 0) addWord(terms, word, strength, at === head ? weight : 0);
  }
}

/** A number or a root that no name has tells nothing. */
function addWord(terms: Terms, word: Word, weight: number, head: number): void {
  const { key, stem, root } = word;
  if (has(word, Trait.Cyrillic)) terms.latinIsForeign = true;
  if (stem !== NO_TERM || !has(word, Trait.Number)) terms.add(stem, key, weight * STEM, head);
  if (root !== NO_TERM) terms.add(root, key, weight * ROOT, head / 2);
}

function factorOf(word: Word, { packingIsWeak }: Reading): number {
  if (has(word, Trait.Letter)) return 0;
  if (has(word, Trait.Weak)) return WEAK;
  return packingIsWeak && has(word, Trait.Packing | Trait.Unit) ? PACKING : 1;
}

/** A word that can be what the goods are. */
const isAble = (word: Word, reading: Reading): boolean => !has(word, Trait.Number) && factorOf(word, reading) === 1;

/** Where the name ends and what is said of it begins; the end, where nothing is. What stands before (`cartons of`) must be a name. */
function borderOf(words: readonly Word[], reading: Reading): number {
  let isNamed = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    if (isNamed && has(word, Trait.Border | Trait.Number)) return at;
    isNamed ||= isAble(word, reading);
  }
  return words.length;
}

/** English names end with their head, Russian ones begin with it, after adjectives. -1 where no word can be it. */
function headOf(words: readonly Word[], border: number, reading: Reading): number {
  for (let at = 0; at < border; at++)
    if (has(words[at] as Word, Trait.Cyrillic)) return russianHead(words, border, reading);
  return englishHead(words, border, reading);
}

function russianHead(words: readonly Word[], border: number, reading: Reading): number {
  let first = -1;
  for (let at = 0; at < border; at++) {
    const word = words[at] as Word;
    if (!isAble(word, reading)) continue;
    if (!has(word, Trait.RussianAdjective)) return at;
    if (first < 0) first = at;
  }
  return first;
}

/** Grades, brands and qualities that stand behind an English name are no heads of other names. */
const USUALLY = 0.3;

function englishHead(words: readonly Word[], border: number, reading: Reading): number {
  let last = -1;
  for (let at = border - 1; at >= 0; at--) {
    const word = words[at] as Word;
    if (!isAble(word, reading) || has(word, Trait.StandsAfter)) continue;
    if (reading.headness === undefined || (reading.headness[word.stem] ?? 0) >= USUALLY) return at;
    if (last < 0) last = at;
  }
  return last;
}
