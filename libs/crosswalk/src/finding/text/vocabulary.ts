import { longer } from '../longer.js';
import { rootMark } from './stem.js';
import { hasDigits, NO_TERM, strangeNumber, wordWith, type Word } from './word.js';

/** How words and Chinese characters become numbers of terms. */
export interface Numbering {
  readonly word: (text: string) => Word;
  /** Of a Chinese character or a pair of them. */
  readonly han: (key: number) => number;
}

/** So many words that no name has are kept. */
const MOST_STRANGERS = 20_000;

/** All terms of all names, each with a number and how much it tells. */
export class Vocabulary {
  /** A term is a stem, a root, a word with digits; or one or two Chinese characters. */
  private readonly numbers = new Map<string, number>();
  private readonly hanNumbers = new Map<number, number>();
  private readonly words = new Map<string, Word>();
  /** Those with digits apart: lines are full of others, which are not looked up among all words. */
  private readonly numbered = new Map<string, Word>();
  private strangers = new Map<string, Word>();
  /** From how many names have the term: 1 for a term of one name, near 0 for one of all. */
  weights = new Float64Array(0);
  /** How often the term is the head of the names that have it: `engine` nearly always, `white` never. */
  headness = new Float64Array(0);
  /** Whether it is more than a letter, a character or a root. */
  isWhole = new Uint8Array(0);
  size = 0;

  /** Numbers a name's terms: a new number for a new term, which is as rare as can be. */
  readonly ofNames: Numbering = {
    word: (text) => this.among(text).get(text) ?? this.learn(text),
    han: (key) => this.hanNumbers.get(key) ?? this.numberHan(key),
  };

  /** Finds the terms that names have. */
  readonly ofLines: Numbering = {
    word: (text) =>
      hasDigits(text)
        ? (this.numbered.get(text) ?? strangeNumber(text))
        : (this.words.get(text) ?? this.strangers.get(text) ?? this.meet(text)),
    han: (key) => this.hanNumbers.get(key) ?? NO_TERM,
  };

  /** Weighs the terms by how many of so many names have each, and of how many each is the head. */
  weigh(names: number, occurrences: Uint32Array, asHead: Uint32Array): void {
    const rarest = Math.log(names + 1);
    for (let term = 0; term < this.size; term++) {
      const count = occurrences[term] as number;
      this.weights[term] = Math.log((names + 1) / count) / rarest;
      this.headness[term] = (asHead[term] as number) / count;
    }
  }

  private learn(text: string): Word {
    const word = wordWith(text, (key) => this.numbers.get(key) ?? this.numberWord(key));
    this.among(text).set(text, word);
    return word;
  }

  private among(text: string): Map<string, Word> {
    return hasDigits(text) ? this.numbered : this.words;
  }

  private meet(text: string): Word {
    const word = wordWith(text, (key) => this.numbers.get(key) ?? NO_TERM);
    if (this.strangers.size >= MOST_STRANGERS) this.strangers = new Map();
    this.strangers.set(text, word);
    return word;
  }

  private numberWord(key: string): number {
    const number = this.nextNumber(key.length > 1 && !key.startsWith(rootMark));
    this.numbers.set(key, number);
    return number;
  }

  private numberHan(key: number): number {
    const number = this.nextNumber(isPair(key));
    this.hanNumbers.set(key, number);
    return number;
  }

  private nextNumber(isWhole: boolean): number {
    if (this.strangers.size > 0) this.strangers = new Map();
    const number = this.size++;
    if (number === this.weights.length) this.makeRoom();
    this.weights[number] = 1;
    this.isWhole[number] = isWhole ? 1 : 0;
    return number;
  }

  private makeRoom(): void {
    const room = Math.max(1024, this.size * 2);
    this.weights = longer(this.weights, room);
    this.headness = longer(this.headness, room);
    this.isWhole = longer(this.isWhole, room);
  }
}

/** Chinese characters are keys by their codes, a pair by both: a number costs less to look up than a text. */
export const pairKey = (code: number, next: number): number => (code << 16) | next;
export const isPair = (key: number): boolean => key >>> 16 !== 0;
