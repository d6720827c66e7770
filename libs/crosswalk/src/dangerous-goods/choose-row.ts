import type { Substance } from '../crosswalk.js';
import { isSameHazard } from './hazards.js';
import { subsidiaryKey, type ListRow } from './list-row.js';
import { commonName } from './listed-names.js';
import { nameKey, wordsOf } from './names.js';

/** The row that fits, none, or more than one that a person has to tell apart. */
export interface Choice {
  readonly row?: ListRow;
  /** The rows that fit where none is chosen. */
  readonly candidates: readonly ListRow[];
}

/** Rows that fit the packing group declared; a row without one fits all. */
export const rowsOfGroup = (rows: readonly ListRow[], packingGroup: string | undefined): readonly ListRow[] =>
  rows.filter(
    ({ listing }) =>
      packingGroup === undefined || listing.packingGroup === undefined || listing.packingGroup === packingGroup,
  );

/**
 * Takes a row only if all that fit are listed alike: those of the packing group, of these those of the class and subsidiary hazards
 * declared, of these those whose name is nearest to the one declared.
 */
export function chooseRow(rows: readonly ListRow[], substance: Substance): Choice {
  const fitting = rowsOfGroup(rows, substance.packingGroup);
  const alike = ofOneKind(fitting) ? fitting : nearest(ofHazards(fitting, substance), substance.names);
  const row = ofOneKind(alike) ? inCommon(alike, substance.names) : undefined;
  return row ? { row, candidates: [] } : { candidates: alike };
}

const ofOneKind = (rows: readonly ListRow[]): boolean => rows.every(({ kind }) => kind === rows[0]?.kind);

/**
 * Rows listed alike differ in their names, mostly by a condition (vapour pressure, flash-point): the row whose name is declared, else what all of them say.
 * None where they have no name in common.
 */
function inCommon(rows: readonly ListRow[], names: readonly string[] = []): ListRow | undefined {
  const [first, ...others] = rows;
  if (!first || others.length === 0) return first;
  const declared = rows.find((row) => names.some((name) => nameKey(name) === nameKey(row.listing.properShippingName)));
  if (declared) return declared;
  const properShippingName = commonName(rows.map(({ listing }) => listing.properShippingName));
  return properShippingName === undefined ? undefined : { ...first, listing: { ...first.listing, properShippingName } };
}

/** Hazards that no row has are another finding's matter and tell nothing apart. */
function ofHazards(rows: readonly ListRow[], { hazardClass, subsidiaryHazards = [] }: Substance): readonly ListRow[] {
  if (hazardClass === undefined) return rows;
  const ofClass = some(rows, ({ listing }) => isSameHazard(listing.hazardClass, hazardClass));
  const declared = subsidiaryKey(subsidiaryHazards);
  return some(ofClass, (row) => row.subsidiaryKey === undefined || row.subsidiaryKey === declared);
}

function some(rows: readonly ListRow[], fits: (row: ListRow) => boolean): readonly ListRow[] {
  const fitting = rows.filter(fits);
  return fitting.length > 0 ? fitting : rows;
}

function nearest(rows: readonly ListRow[], names: readonly string[] = []): readonly ListRow[] {
  if (names.length === 0 || ofOneKind(rows)) return rows;
  const declared = wordsOf(names.join(' '));
  const scored = rows.map((row) => ({ row, nearness: nearness(declared, wordsOfRow(row)) }));
  const best = Math.max(...scored.map((score) => score.nearness));
  return scored.filter((score) => score.nearness === best).map(({ row }) => row);
}

/** Kept once taken: few rows ever need their names compared. */
function wordsOfRow(row: ListRow): ReadonlySet<string> {
  const known = words.get(row);
  if (known) return known;
  const taken = wordsOf(row.listing.properShippingName);
  words.set(row, taken);
  return taken;
}

const words = new WeakMap<ListRow, ReadonlySet<string>>();

/** Dice coefficient of the words: 1 when they are the same, 0 when none is shared. */
const nearness = (left: ReadonlySet<string>, right: ReadonlySet<string>): number =>
  (2 * [...left].filter((word) => right.has(word)).length) / (left.size + right.size || 1);
