import { isHan } from '../text/fold.js';
import { isCyrillic, rootMark } from '../text/stem.js';

/** All terms of all names, each with a number and how much it tells. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  private readonly occurrences: number[] = [];
  private readonly asHead: number[] = [];
  /** From how many names have the term: 1 for a term of one name, near 0 for one of all. */
  private readonly weights: number[] = [];

  get size(): number {
    return this.weights.length;
  }

  /** The term's number; a new one for a new term, which is as rare as can be. */
  numberOf(key: string): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.weights.length);
    this.occurrences.push(0);
    this.asHead.push(0);
    return this.weights.push(1) - 1;
  }

  find(key: string): number | undefined {
    return this.numbers.get(key);
  }

  /** Counts a term of a name that ships. */
  count(term: number, isHead: boolean): void {
    this.occurrences[term] = (this.occurrences[term] as number) + 1;
    if (isHead) this.asHead[term] = (this.asHead[term] as number) + 1;
  }

  /** Weighs the terms by what was counted over so many names. */
  weigh(names: number): void {
    const rarest = Math.log(names + 1);
    this.occurrences.forEach((count, term) => (this.weights[term] = Math.log((names + 1) / count) / rarest));
  }

  weightOf(term: number): number {
    return this.weights[term] as number;
  }

  /** How often the term is the head of the names that have it: `engine` nearly always, `white` never. */
  readonly headness = (key: string): number => {
    const term = this.numbers.get(key);
    return term === undefined ? 0 : (this.asHead[term] as number) / Math.max(1, this.occurrences[term] as number);
  };
}

/** What a term that no name has takes from a line: it may be a brand or a place, so less than others; a number takes nothing. */
export function unknownWeight(key: string, latinIsForeign: boolean): number {
  if (key.startsWith(rootMark) || /\d/.test(key)) return 0;
  if (isHan(key)) return key.length === 1 ? 1 : UNKNOWN_PAIR;
  return isCyrillic(key) || !latinIsForeign ? UNKNOWN_WORD : UNKNOWN_LATIN;
}

/** Two characters that meet where two words do. */
const UNKNOWN_PAIR = 0.35;
const UNKNOWN_WORD = 0.7;
const UNKNOWN_LATIN = 0.25;
