import { NEGLIGIBLE, type Fitted } from './likelihood.js';
import type { Meant } from './names/likeness.js';
import type { NameIndex } from './names/name-index.js';
import type { KindName, NamedKind } from './names/named-kind.js';
import type { Opinion, Share } from './opinion.js';
import type { Reader } from './text/read-line.js';

/** Where a line is looked up. */
export interface Names {
  readonly indexes: readonly NameIndex[];
  readonly reader: Reader;
  readonly fitted: Fitted;
  /** Whether a name counts in this question. */
  readonly counts?: (name: KindName) => boolean;
}

const MOST = 30;

/** Looks a line up in names: which kinds it may mean, the likeliest first, each by the name of it that is most like the line. */
export function kindsLike(text: string, { indexes, reader, fitted, counts }: Names): Meant[] {
  const line = reader.lineOf(text);
  const kinds: Meant[] = [];
  for (const index of indexes)
    for (const meant of index.search(line, fitted.weights, fitted.none - NEGLIGIBLE)) {
      if (counts !== undefined && !counts(meant.name)) continue;
      const known = kinds.findIndex(({ name }) => name.kind === meant.name.kind);
      if (known < 0) kinds.push(meant);
      else if (meant.strength > (kinds[known] as Meant).strength) kinds[known] = meant;
    }
  return kinds.sort((one, other) => other.strength - one.strength).slice(0, MOST);
}

/** How probable each kind is, beside none of them. */
export function probabilitiesOf(
  meant: readonly Meant[],
  { none, sharpness }: Fitted,
): { kinds: number[]; none: number } {
  const strongest = Math.max(none, meant[0]?.strength ?? none);
  const noneOdds = Math.exp(sharpness * (none - strongest));
  const kinds: number[] = [];
  let total = noneOdds;
  for (const { strength } of meant) {
    const odds = Math.exp(sharpness * (strength - strongest));
    kinds.push(odds);
    total += odds;
  }
  for (let at = 0; at < kinds.length; at++) kinds[at] = (kinds[at] as number) / total;
  return { kinds, none: noneOdds / total };
}

/** What the kinds say of the code. */
export function opinionOf(meant: readonly Meant[], fitted: Fitted): Opinion {
  const { kinds, none } = probabilitiesOf(meant, fitted);
  const shares: Share[] = [];
  let catchAll: Opinion['catchAll'];
  let silent = none;
  for (let at = 0; at < meant.length; at++) {
    const { name } = meant[at] as Meant;
    const probability = kinds[at] as number;
    if (name.origin !== 'catchAll')
      addShares(shares, name.kind, probability, `${name.kind.table}: ${name.text}`, fitted);
    else {
      silent += probability;
      catchAll ??= { name: name.text, probability };
    }
  }
  return { shares, silent, ...(catchAll && { catchAll }) };
}

/** The usual code first; a part for the other subheadings of its heading, which is heard as the heading. */
export function addShares(
  shares: Share[],
  { codes }: NamedKind,
  probability: number,
  evidence: string,
  { nextCode, otherSubheading }: Fitted,
): void {
  let weight = (probability * (1 - nextCode)) / (1 - nextCode ** codes.length);
  for (const code of codes) {
    const elsewhere = code.length < 6 ? 0 : otherSubheading;
    shares.push({ code, probability: weight * (1 - elsewhere), evidence });
    if (elsewhere > 0) shares.push({ code: code.slice(0, 4), probability: weight * elsewhere, evidence });
    weight *= nextCode;
  }
}
