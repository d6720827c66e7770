import type { Opinion, Share } from './opinion.js';

/** A code with how probable it is that the goods' code begins with it. */
export interface Ranked {
  readonly code: string;
  readonly certainty: number;
  /** The part of it that no longer code has. */
  readonly own: number;
  readonly evidence: readonly string[];
}

export interface Combined {
  readonly ranked: readonly Ranked[];
  /** How probable it is that the code is none of these. */
  readonly silent: number;
}

/** How much an opinion that says nothing of a code leaves it: small, so that agreement counts, and not none, so that no opinion is a veto. */
const LEFT_OVER = 0.08;

/**
 * Opinions are weighed together as if they were independent, tempered by what a silent one leaves over: two that agree are surer than
 * each alone, two that differ are less sure, and one that says nothing changes nothing.
 */
export function combine(opinions: readonly Opinion[]): Combined {
  const speaking = opinions.filter(({ shares }) => shares.length > 0);
  const merged = speaking.map(({ shares, silent }) => ({ byCode: merge(shares), silent }));
  const silent = merged.reduce((product, opinion) => product * opinion.silent, 1);
  const codes = [...new Set(merged.flatMap(({ byCode }) => [...byCode.keys()]))];
  const weights = codes.map((code) => weightOf(code, merged));
  const total = weights.reduce((sum, weight) => sum + weight, silent);
  const leaves = codes.map((code, at) => ({ code, probability: (weights[at] as number) / total }));
  const ranked = leaves.map(({ code, probability }) => ({
    code,
    own: probability,
    certainty: Math.min(
      1,
      leaves.reduce((sum, leaf) => sum + (leaf.code.startsWith(code) ? leaf.probability : 0), 0),
    ),
    evidence: merged.flatMap(({ byCode }) => byCode.get(code)?.evidence ?? []),
  }));
  return { ranked: ranked.sort(byCertainty), silent: total === 0 ? 1 : silent / total };
}

/** Of equally certain codes the longer one says more; the digits decide last, so that the order is always the same. */
const byCertainty = (one: Ranked, other: Ranked): number =>
  other.certainty - one.certainty || other.code.length - one.code.length || (one.code < other.code ? -1 : 1);

interface Merged {
  probability: number;
  readonly evidence: string[];
}

interface MergedOpinion {
  readonly byCode: ReadonlyMap<string, Merged>;
  readonly silent: number;
}

function merge(shares: readonly Share[]): Map<string, Merged> {
  const byCode = new Map<string, Merged>();
  for (const { code, probability, evidence } of shares) {
    const known = byCode.get(code);
    if (known === undefined) byCode.set(code, { probability, evidence: [evidence] });
    else {
      known.probability += probability;
      if (!known.evidence.includes(evidence)) known.evidence.push(evidence);
    }
  }
  return byCode;
}

/** What all opinions leave the code, less what they would leave it if none of them had named it itself. */
function weightOf(code: string, opinions: readonly MergedOpinion[]): number {
  let named = LEFT_OVER;
  let unnamed = LEFT_OVER;
  for (const { byCode, silent } of opinions) {
    const support = supportOf(code, byCode) + LEFT_OVER * silent;
    named *= support / LEFT_OVER;
    unnamed *= (support - (byCode.get(code)?.probability ?? 0)) / LEFT_OVER;
  }
  return Math.max(0, named - unnamed);
}

/** What an opinion gives the code itself, all that begins with it, and the heading or chapter it is in. */
function supportOf(code: string, byCode: ReadonlyMap<string, Merged>): number {
  let support = 0;
  for (const [other, { probability }] of byCode)
    if (other.startsWith(code) || code.startsWith(other)) support += probability;
  return support;
}
