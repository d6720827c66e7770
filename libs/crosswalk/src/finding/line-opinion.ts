import { featuresOf, FEATURES, type Fitted } from './likelihood.js';
import type { Likeness, NameIndex } from './names/name-index.js';
import { queryOf } from './names/name-index.js';
import type { KindName, NamedKind } from './names/named-kind.js';
import type { Vocabulary } from './names/vocabulary.js';
import type { Opinion, Share } from './opinion.js';
import { readGoodsLine } from './text/read-line.js';

/** A kind of goods that the line may mean, by the name of it that is most like the line. */
export interface Meant {
  readonly likeness: Likeness;
  /** Logarithm of how much speaks for it. */
  readonly strength: number;
}

/** Kinds with less than this of the strongest's say count for nothing. */
const NEGLIGIBLE = 7;
const MOST = 40;

/** Where a line is looked up. */
export interface Names {
  readonly indexes: readonly NameIndex[];
  readonly vocabulary: Vocabulary;
  readonly fitted: Fitted;
  /** Whether a name counts in this question. */
  readonly counts?: (name: KindName) => boolean;
}

/** Looks a line up in names: which kinds it may mean, the likeliest first. */
export function kindsLike(text: string, { indexes, vocabulary, fitted, counts = () => true }: Names): Meant[] {
  const query = queryOf(readGoodsLine(text, vocabulary.headness), vocabulary);
  if (query.terms.length === 0) return [];
  const weights = FEATURES.map((feature) => fitted.weights[feature]);
  const byKind = new Map<NamedKind, Meant>();
  for (const likeness of indexes.flatMap((index) => index.search(query))) {
    const strength = strengthOf(likeness, weights);
    const known = byKind.get(likeness.name.kind);
    if (known === undefined || strength > known.strength) byKind.set(likeness.name.kind, { likeness, strength });
  }
  const strongest = Math.max(...[...byKind.values()].map(({ strength }) => strength));
  return [...byKind.values()]
    .filter(({ strength, likeness }) => strength > strongest - NEGLIGIBLE && counts(likeness.name))
    .sort((one, other) => other.strength - one.strength)
    .slice(0, MOST);
}

const strengthOf = (likeness: Likeness, weights: readonly number[]): number =>
  featuresOf(likeness).reduce((sum, feature, at) => sum + feature * (weights[at] as number), 0);

/** How probable each kind is, beside none of them. */
export function probabilitiesOf(meant: readonly Meant[], { none }: Fitted): { kinds: number[]; none: number } {
  const strongest = Math.max(none, meant[0]?.strength ?? none);
  const odds = meant.map(({ strength }) => Math.exp(strength - strongest));
  const noneOdds = Math.exp(none - strongest);
  const total = odds.reduce((sum, each) => sum + each, noneOdds);
  return { kinds: odds.map((each) => each / total), none: noneOdds / total };
}

/** What the kinds say of the code. */
export function opinionOf(meant: readonly Meant[], fitted: Fitted): Opinion {
  const { kinds, none } = probabilitiesOf(meant, fitted);
  const shares: Share[] = [];
  let catchAll: Opinion['catchAll'];
  let silent = none;
  meant.forEach(({ likeness: { name } }, at) => {
    const probability = kinds[at] as number;
    if (name.origin !== 'catchAll')
      shares.push(...sharesOf(name.kind, probability, `${name.kind.table}: ${name.text}`, fitted));
    else {
      silent += probability;
      if (catchAll === undefined) catchAll = { name: name.text, probability };
    }
  });
  return { shares, silent, ...(catchAll && { catchAll }) };
}

/** The usual code first; a part for the other subheadings of its heading, which is heard as the heading. */
export function sharesOf({ codes }: NamedKind, probability: number, evidence: string, fitted: Fitted): Share[] {
  const weights = codes.map((_, at) => fitted.nextCode ** at);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return codes.flatMap((code, at) => {
    const own = (probability * (weights[at] as number)) / total;
    if (code.length < 6) return [{ code, probability: own, evidence }];
    return [
      { code, probability: own * (1 - fitted.otherSubheading), evidence },
      { code: code.slice(0, 4), probability: own * fitted.otherSubheading, evidence },
    ];
  });
}
