/** Limits on what a parser is given. A document beyond one is rejected with a finding; nothing is cut off. */
export const LIMITS = {
  /** Nesting of elements, objects and arrays. */
  depth: 64,
  /** Elements, or object members and array entries. */
  nodes: 200_000,
  attributesPerElement: 64,
} as const;
