import { isHan } from '../text/fold.js';
import type { Line } from '../text/read-line.js';
import { isCyrillic, rootMark } from '../text/stem.js';
import { unknownWeight, type Vocabulary } from './vocabulary.js';

/** A term of a line that some name has. */
export interface QueryTerm {
  readonly term: number;
  readonly weight: number;
  readonly head: number;
  /** Names are looked for by it even if many have it. */
  readonly isHeadWord: boolean;
}

/** A line for looking up: the terms that names have, and the weight of all. */
export interface Query {
  readonly terms: readonly QueryTerm[];
  readonly total: number;
}

/** Below it a line says next to nothing, so that no name can explain all of it: `cartons`. */
const LEAST_TOTAL = 0.6;

export function queryOf({ terms }: Line, vocabulary: Vocabulary): Query {
  const latinIsForeign = terms.some(({ key }) => isHan(key) || isCyrillic(key));
  const known: QueryTerm[] = [];
  let total = 0;
  for (const { key, weight: place, head } of terms) {
    const term = vocabulary.find(key);
    const weight = place * (term === undefined ? unknownWeight(key, latinIsForeign) : vocabulary.weightOf(term));
    total += weight;
    const isHeadWord = head > 0 && key.length > 1 && !key.startsWith(rootMark);
    if (term !== undefined) known.push({ term, weight, head, isHeadWord });
  }
  return { terms: known, total: Math.max(LEAST_TOTAL, total) };
}
