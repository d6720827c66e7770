import type { SchemeRow } from '#crosswalk';

/** Beyond it a message is too large for the bus to carry lightly. */
const MAX_BYTES = 256 * 1024;
const MAX_ROWS = 500;

/** The rows of a table in the parts in which they are kept and told; one without rows where there are none. */
export function partsOf(rows: readonly SchemeRow[]): readonly (readonly SchemeRow[])[] {
  const parts: SchemeRow[][] = [[]];
  let bytes = 0;
  for (const row of rows) {
    const size = Buffer.byteLength(JSON.stringify(row));
    let part = parts.at(-1) as SchemeRow[];
    if (part.length === MAX_ROWS || bytes + size > MAX_BYTES) {
      parts.push((part = []));
      bytes = 0;
    }
    part.push(row);
    bytes += size;
  }
  return parts;
}
