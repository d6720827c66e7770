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
  const merged: Merged[] = [];
  for (const opinion of opinions) if (opinion.shares.length > 0) merged.push(merge(opinion));
  const [first] = merged;
  if (first === undefined) return { ranked: [], silent: 1 };
  if (merged.length === 1) return { ranked: rank(first.byCode), silent: first.silent };
  const silent = merged.reduce((product, opinion) => product * opinion.silent, 1);
  const codes = new Set(merged.flatMap(({ byCode }) => [...byCode.keys()]));
  const weighed = new Map([...codes].map((code) => [code, weigh(code, merged)]));
  let total = silent;
  for (const { own } of weighed.values()) total += own;
  for (const each of weighed.values()) each.own /= total;
  return { ranked: rank(weighed), silent: silent / total };
}

/** A code before it is known what all that begins with it has. */
interface Weighed extends Ranked {
  own: number;
  certainty: number;
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
    if (known === undefined) byCode.set(code, { code, certainty: 0, own: probability, evidence: [evidence] });
    else {
      known.own += probability;
      if (known.evidence.length < MOST_EVIDENCE && !known.evidence.includes(evidence)) known.evidence.push(evidence);
    }
  }
  return { byCode, silent };
}

/** What all opinions leave the code, less what they would leave it if none of them had named it itself. */
function weigh(code: string, opinions: readonly Merged[]): Weighed {
  const evidence: string[] = [];
  let named = LEFT_OVER;
  let unnamed = LEFT_OVER;
  for (const { byCode, silent } of opinions) {
    const own = byCode.get(code);
    const support = supportOf(code, byCode) + LEFT_OVER * silent;
    named *= support / LEFT_OVER;
    unnamed *= (support - (own?.own ?? 0)) / LEFT_OVER;
    if (own !== undefined) evidence.push(...own.evidence);
  }
  return { code, certainty: 0, own: Math.max(0, named - unnamed), evidence };
}

/** The chapter, heading and subheading that a code is in are its first 2, 4 and 6 digits, as far as it is longer. */
const SHORTER = 6;

/** What an opinion gives the code itself and the heading and chapter it is in; what it gives longer codes is heard with these. */
function supportOf(code: string, byCode: Merged['byCode']): number {
  let support = byCode.get(code)?.own ?? 0;
  for (let digits = 2; digits <= SHORTER && digits < code.length; digits += 2)
    support += byCode.get(code.slice(0, digits))?.own ?? 0;
  return support;
}

/** The certainty of a code is what all that begins with it has. */
function rank(byCode: ReadonlyMap<string, Weighed>): Ranked[] {
  for (const each of byCode.values()) {
    each.certainty += each.own;
    const { code, own } = each;
    for (let digits = 2; digits <= SHORTER && digits < code.length; digits += 2) {
      const shorter = byCode.get(code.slice(0, digits));
      if (shorter !== undefined) shorter.certainty += own;
    }
  }
  const ranked = [...byCode.values()];
  for (const each of ranked) each.certainty = Math.min(1, each.certainty);
  return ranked.sort(byCertainty);
}

/** Of equally certain codes the longer one says more; the digits decide last, so that the order is always the same. */
const byCertainty = (one: Ranked, other: Ranked): number =>
  other.certainty - one.certainty || other.code.length - one.code.length || (one.code < other.code ? -1 : 1);
