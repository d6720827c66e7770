import { isHan } from '../text/fold.js';
import type { Line } from '../text/read-line.js';
import { isCyrillic } from '../text/stem.js';
import type { Term } from '../text/terms.js';
import type { Vocabulary } from './vocabulary.js';

/** A line with each term's weight in it. */
export interface Query {
  readonly terms: readonly Term[];
  readonly total: number;
}

/** Below it a line says next to nothing, so that no name can explain all of it: `cartons`. */
const LEAST_TOTAL = 0.6;

export function queryOf({ terms }: Line, vocabulary: Vocabulary): Query {
  const latinIsForeign = terms.some(({ key }) => isHan(key) || isCyrillic(key));
  const weighed: Term[] = [];
  let total = 0;
  for (const { key, weight: place, head } of terms) {
    const weight = place * vocabulary.ofLine(key, latinIsForeign);
    total += weight;
    if (weight > 0) weighed.push({ key, weight, head });
  }
  return { terms: weighed, total: Math.max(LEAST_TOTAL, total) };
}
