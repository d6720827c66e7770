import type { LocalText } from '#domain';
import type { RailCandidate } from '../crosswalk.js';
import { lazily } from '../reference-table.js';
import { kindsLike, probabilitiesOf, addShares, type Names } from './line-opinion.js';
import type { Fitted } from './likelihood.js';
import type { Model } from './model.js';
import type { NamedKind } from './names/named-kind.js';
import type { Share } from './opinion.js';
import { shippedKinds } from './names/shipped-names.js';

/** An HS code of the goods with how probable it is. */
export interface ProbableCode {
  readonly code: string;
  readonly certainty: number;
}

const MOST = 8;
const LEAST_CERTAINTY = 0.03;
const RAIL_SCHEMES = ['GNG', 'CN-RAIL', 'ETSNG'] as const;

/**
 * What rail may call goods of these codes that customs calls so. A kind of goods counts as far as the codes lead to it, and far more where
 * customs' own words name it too.
 */
export function findRail(
  codes: readonly ProbableCode[],
  words: readonly LocalText[],
  names: Names,
  model: Model,
): RailCandidate[] {
  const named = probabilityByKind(words, names);
  const found = new Map<NamedKind, number>();
  const count = (kind: NamedKind, certainty: number) => found.set(kind, (found.get(kind) ?? 0) + certainty);
  for (const { code, certainty } of codes) {
    const kinds = kindsOf(code, model);
    const weights = kinds.map((kind) => usualness(kind, code, model.fitted) * (UNNAMED + (named.get(kind) ?? 0)));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    kinds.forEach((kind, at) => count(kind, (certainty * (weights[at] as number)) / total));
  }
  if (codes.length === 0) for (const [kind, probability] of named) count(kind, probability);
  return [...found]
    .map(([kind, certainty]) => asCandidate(kind, Math.min(1, certainty), codes, named))
    .filter(({ certainty }) => certainty >= LEAST_CERTAINTY)
    .sort((one, other) => other.certainty - one.certainty || (keyOf(one) < keyOf(other) ? -1 : 1))
    .slice(0, MOST);
}

const keyOf = ({ railCode, nameZh, nameRu, nameEn }: RailCandidate): string =>
  [railCode?.scheme, railCode?.code, nameZh, nameRu, nameEn].join('|');

/** What the words of customs name, the likeliest reading of each. */
function probabilityByKind(words: readonly LocalText[], names: Names): Map<NamedKind, number> {
  const byKind = new Map<NamedKind, number>();
  for (const { text } of words) {
    const meant = kindsLike(text, names);
    const { kinds } = probabilitiesOf(meant, names.fitted);
    meant.forEach(({ name }, at) => {
      if (name.origin === 'name' || name.origin === 'otherName' || name.origin === 'loaded')
        byKind.set(name.kind, Math.max(byKind.get(name.kind) ?? 0, kinds[at] as number));
    });
  }
  return byKind;
}

/** What a kind that the words do not name has of one that they name for certain. */
const UNNAMED = 0.05;

/** How much of the kind falls under the code. */
function usualness(kind: NamedKind, code: string, fitted: Fitted): number {
  const shares: Share[] = [];
  addShares(shares, kind, 1, '', fitted);
  return shares.reduce((sum, share) => sum + (code.startsWith(share.code) ? share.probability : 0), 0);
}

/** Rows of loaded rail tables and kinds of the names that ship. */
function kindsOf(code: string, { tables }: Model): NamedKind[] {
  const hs6 = code.slice(0, 6);
  const loaded = RAIL_SCHEMES.flatMap((scheme) => tables.of(scheme)?.leadingTo(hs6) ?? []);
  return [...loaded, ...(kindsByCode().get(hs6) ?? [])];
}

const kindsByCode = lazily(() => {
  const byCode = new Map<string, NamedKind[]>();
  for (const kind of shippedKinds())
    for (const code of kind.codes) byCode.set(code, [...(byCode.get(code) ?? []), kind]);
  return byCode;
});

function asCandidate(
  kind: NamedKind,
  certainty: number,
  codes: readonly ProbableCode[],
  named: ReadonlyMap<NamedKind, number>,
): RailCandidate {
  const { nameZh, nameRu, nameEn, table } = kind;
  const led = codes
    .filter(({ code }) => kind.codes.some((each) => code.startsWith(each)))
    .map(({ code }) => `HS ${code}`);
  const evidence = [
    ...led.map((code) => `${table}: ${code}`),
    ...(named.has(kind) ? [`${table}: the customs name`] : []),
  ];
  return {
    ...(nameZh && { nameZh }),
    ...(nameRu && { nameRu }),
    ...(nameEn && { nameEn }),
    ...railCodeOf(kind),
    evidence: evidence.join('; '),
    certainty: Math.round(certainty * 1000) / 1000,
  };
}

function railCodeOf(kind: NamedKind): Pick<RailCandidate, 'railCode'> {
  const scheme = RAIL_SCHEMES.find((each) => kind.table.startsWith(`${each} `));
  return scheme !== undefined && 'code' in kind ? { railCode: { scheme, code: kind.code as string } } : {};
}
