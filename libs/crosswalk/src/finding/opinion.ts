/** What one thing that the documents say makes of the goods' HS code. */
export interface Opinion {
  readonly shares: readonly Share[];
  /** How probable it is that the code is none of these: what it says is no name of goods, or of any. */
  readonly silent: number;
  /** The catch-all that it says, if any, and how probable it is that no more is meant. */
  readonly catchAll?: { readonly name: string; readonly probability: number };
}

/** `code`: 2, 4 or 6 digits (or what was stated). */
export interface Share {
  readonly code: string;
  readonly probability: number;
  readonly evidence: string;
}

/** An opinion that one of these codes is right, with this probability; the first are the likelier ones. */
export function opinionFor(codes: readonly string[], probability: number, evidence: string): Opinion {
  const weights = codes.map((_, at) => NEXT ** at);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    shares: codes.map((code, at) => ({ code, probability: (probability * (weights[at] as number)) / total, evidence })),
    silent: 1 - probability,
  };
}

const NEXT = 0.8;

/** An opinion that the code begins with one of these, whichever: a class of a rail list, the chapters of a dangerous substance. */
export const membershipIn = (prefixes: readonly string[], probability: number, evidence: string): Opinion => ({
  shares: prefixes.map((code) => ({ code, probability, evidence })),
  silent: 1 - probability,
});
