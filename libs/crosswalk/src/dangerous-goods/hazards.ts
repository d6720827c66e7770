/** The class or division with which a statement begins: `3`, `2.1`, `1.4S`, of `3 (6.1)` the 3. */
export const hazardOf = (stated: string): string => /^\d(\.\d)?[A-Z]?/.exec(stated.trim().toUpperCase())?.[0] ?? stated;

/** Whether one statement of a class is the other or only less exact: `2` and `2.1`, `1.4` and `1.4S`. */
export function isSameHazard(one: string, other: string): boolean {
  const [left, right] = [hazardOf(one), hazardOf(other)];
  return left.startsWith(right) || right.startsWith(left);
}
