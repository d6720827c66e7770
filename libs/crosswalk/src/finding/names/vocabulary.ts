import type { Line } from '../text/read-line.js';
import { isHan } from '../text/fold.js';
import { isCyrillic } from '../text/stem.js';

/** How much each term tells, from how many names have it: 1 for a term of one name, near 0 for one of all. */
export class Vocabulary {
  private readonly weights = new Map<string, number>();
  private readonly heads = new Map<string, number>();

  constructor(lines: readonly Line[]) {
    const frequency = new Map<string, number>();
    for (const { terms } of lines)
      for (const { key, head } of terms) {
        frequency.set(key, (frequency.get(key) ?? 0) + 1);
        if (head > 0) this.heads.set(key, (this.heads.get(key) ?? 0) + 1);
      }
    for (const [key, count] of this.heads) this.heads.set(key, count / (frequency.get(key) as number));
    const rarest = Math.log(lines.length + 1);
    for (const [key, count] of frequency) this.weights.set(key, Math.log((lines.length + 1) / count) / rarest);
  }

  /** How often the term is the head of the names that have it. */
  readonly headness = (key: string): number => this.heads.get(key) ?? 0;

  /** In a name of a table: a term that ships with none is as rare as can be. */
  ofName(key: string): number {
    return this.weights.get(key) ?? 1;
  }

  /** In a line: a word no name has may be a brand or a place, so it tells less; a number that none has tells nothing. */
  ofLine(key: string, latinIsForeign: boolean): number {
    return this.weights.get(key) ?? unknownWeight(key, latinIsForeign);
  }
}

function unknownWeight(key: string, latinIsForeign: boolean): number {
  if (key.startsWith('~') || /\d/.test(key)) return 0;
  if (isHan(key)) return key.length === 1 ? 1 : UNKNOWN_PAIR;
  return isCyrillic(key) || !latinIsForeign ? UNKNOWN_WORD : UNKNOWN_LATIN;
}

/** Two characters that meet where two words do. */
const UNKNOWN_PAIR = 0.35;
const UNKNOWN_WORD = 0.7;
const UNKNOWN_LATIN = 0.25;
