import type { ListRow } from './lists.js';

/** The row that fits, none, or more than one that a person has to tell apart. */
export interface Choice {
  readonly row?: ListRow;
  readonly ambiguous: boolean;
}

/** Rows that fit the packing group declared; a row without one fits all. */
export const rowsOfGroup = (rows: readonly ListRow[], packingGroup: string | undefined): readonly ListRow[] =>
  rows.filter(
    ({ listing }) =>
      packingGroup === undefined || listing.packingGroup === undefined || listing.packingGroup === packingGroup,
  );

/** Takes a row only if all that fit are listed alike, or the name declared is nearer to one kind than to every other. */
export function chooseRow(rows: readonly ListRow[], name: string | undefined): Choice {
  if (rows.length === 0) return { ambiguous: false };
  const alike = ofOneKind(rows) ? rows : nearest(rows, name ?? '');
  return ofOneKind(alike) ? { row: plainest(alike), ambiguous: false } : { ambiguous: true };
}

const ofOneKind = (rows: readonly ListRow[]): boolean => rows.every(({ kind }) => kind === rows[0]?.kind);

/** Rows listed alike differ by conditions in their description (vapour pressure, flash-point): the one with the fewest stands for all. */
const plainest = (rows: readonly ListRow[]): ListRow =>
  rows.reduce((left, right) =>
    right.listing.properShippingName.length < left.listing.properShippingName.length ? right : left,
  );

function nearest(rows: readonly ListRow[], name: string): readonly ListRow[] {
  const declared = wordsOf(name);
  const scored = rows.map((row) => ({ row, nearness: nearness(declared, wordsOf(row.listing.properShippingName)) }));
  const best = Math.max(...scored.map((score) => score.nearness));
  return scored.filter((score) => score.nearness === best).map(({ row }) => row);
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** Dice coefficient of the words: 1 when they are the same, 0 when none is shared. */
const nearness = (left: ReadonlySet<string>, right: ReadonlySet<string>): number =>
  (2 * [...left].filter((word) => right.has(word)).length) / (left.size + right.size || 1);
