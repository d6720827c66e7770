const LENGTHS = [2, 4, 6];
/** National codes have more digits and are too many to keep. */
const LONGEST_KEPT = 6;

const known = new Map<string, readonly string[]>();

/** Chapter, heading and subheading that a code is in, as far as it is longer. Cut once for each code, since the same come again and again. */
export function prefixesOf(code: string): readonly string[] {
  const prefixes = known.get(code);
  if (prefixes !== undefined) return prefixes;
  const cut = LENGTHS.filter((length) => length < code.length).map((length) => code.slice(0, length));
  if (code.length <= LONGEST_KEPT) known.set(code, cut);
  return cut;
}

/** Of a subheading. */
export const headingOf = (code: string): string => prefixesOf(code)[1] as string;
