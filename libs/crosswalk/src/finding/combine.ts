import type { Opinion } from './opinion.js';

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
  const merged = opinions.filter(({ shares }) => shares.length > 0).map(merge);
  const [first, ...others] = merged;
  if (first === undefined) return { ranked: [], silent: 1 };
  if (others.length === 0) return ranked(first.byCode, first.silent);
  const silent = merged.reduce((product, opinion) => product * opinion.silent, 1);
  const codes = new Set(merged.flatMap(({ byCode }) => [...byCode.keys()]));
  const weighed = new Map([...codes].map((code) => [code, weigh(code, merged)]));
  let total = silent;
  for (const { probability } of weighed.values()) total += probability;
  for (const each of weighed.values()) each.probability /= total;
  return ranked(weighed, silent / total);
}

interface Weighed {
  probability: number;
  readonly evidence: string[];
}

interface Merged {
  readonly byCode: ReadonlyMap<string, Weighed>;
  readonly silent: number;
}

const MOST_EVIDENCE = 4;

/** Each code once, with the evidence that is strongest first. */
function merge({ shares, silent }: Opinion): Merged {
  const byCode = new Map<string, Weighed>();
  for (const { code, probability, evidence } of shares) {
    const known = byCode.get(code);
    if (known === undefined) byCode.set(code, { probability, evidence: [evidence] });
    else {
      known.probability += probability;
      if (known.evidence.length < MOST_EVIDENCE && !known.evidence.includes(evidence)) known.evidence.push(evidence);
    }
  }
  return { byCode, silent };
}

const PREFIXES = [2, 4, 6];

/** What all opinions leave the code, less what they would leave it if none of them had named it itself. */
function weigh(code: string, opinions: readonly Merged[]): Weighed {
  const evidence: string[] = [];
  let named = LEFT_OVER;
  let unnamed = LEFT_OVER;
  for (const { byCode, silent } of opinions) {
    const own = byCode.get(code);
    const support = supportOf(code, byCode) + LEFT_OVER * silent;
    named *= support / LEFT_OVER;
    unnamed *= (support - (own?.probability ?? 0)) / LEFT_OVER;
    if (own !== undefined) evidence.push(...own.evidence);
  }
  return { probability: Math.max(0, named - unnamed), evidence };
}

/** What an opinion gives the code itself and the heading and chapter it is in; what it gives longer codes is heard with these. */
function supportOf(code: string, byCode: Merged['byCode']): number {
  let support = byCode.get(code)?.probability ?? 0;
  for (const length of PREFIXES)
    if (length < code.length) support += byCode.get(code.slice(0, length))?.probability ?? 0;
  return support;
}

function ranked(byCode: ReadonlyMap<string, Weighed>, silent: number): Combined {
  const byPrefix = prefixesOf(byCode);
  const all = [...byCode].map(([code, { probability, evidence }]): Ranked => ({
    code,
    certainty: Math.min(1, byPrefix.get(code) as number),
    own: probability,
    evidence,
  }));
  return { ranked: all.sort(byCertainty), silent };
}

/** By code, chapter and heading: what all that begins with it has. */
function prefixesOf(byCode: ReadonlyMap<string, Weighed>): Map<string, number> {
  const byPrefix = new Map<string, number>();
  const add = (prefix: string, probability: number) => byPrefix.set(prefix, (byPrefix.get(prefix) ?? 0) + probability);
  for (const [code, { probability }] of byCode) {
    for (const length of PREFIXES) if (length < code.length) add(code.slice(0, length), probability);
    add(code, probability);
  }
  return byPrefix;
}

/** Of equally certain codes the longer one says more; the digits decide last, so that the order is always the same. */
const byCertainty = (one: Ranked, other: Ranked): number =>
  other.certainty - one.certainty || other.code.length - one.code.length || (one.code < other.code ? -1 : 1);
