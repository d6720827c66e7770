import type { DangerousGoodsListing } from '#domain';
import { lazily, readTable } from '../reference-table.js';

/** One row of a dangerous goods list, in words that both lists share. */
export interface ListRow {
  readonly listing: DangerousGoodsListing;
  /** Everything of the row that tells it from another but its description; rows of one kind are listed alike. */
  readonly kind: string;
  /** Table A forbids carriage by rail. */
  readonly prohibited: boolean;
}

export type DangerousGoodsList = ReadonlyMap<string, readonly ListRow[]>;

type RidColumn =
  | 'unNumber'
  | 'name'
  | 'class'
  | 'classificationCode'
  | 'packingGroup'
  | 'labels'
  | 'limitedQuantity'
  | 'exceptedQuantity'
  | 'carriageProhibited';

type ImdgColumn =
  | 'unNumber'
  | 'name'
  | 'class'
  | 'subsidiaryHazards'
  | 'packingGroup'
  | 'limitedQuantity'
  | 'exceptedQuantity'
  | 'emergencySchedule';

/** RID 2025, chapter 3.2 table A, by UN number. */
export const ridList = lazily(() => byUnNumber(readTable<RidColumn>('rid-2025.csv'), ridRow));

/** IMDG Code 42-24, chapter 3.2 dangerous goods list, by UN number. */
export const imdgList = lazily(() => byUnNumber(readTable<ImdgColumn>('imdg-42-24.csv'), imdgRow));

const ridRow = (row: Record<RidColumn, string>): ListRow => ({
  listing: listingOf('RID', 'RID 2025', { ...row, hazardClass: ridHazardClass(row) }),
  kind: [
    row.class,
    row.classificationCode,
    row.packingGroup,
    row.labels,
    row.limitedQuantity,
    row.carriageProhibited,
  ].join('|'),
  prohibited: row.carriageProhibited === '1',
});

const imdgRow = (row: Record<ImdgColumn, string>): ListRow => ({
  listing: listingOf('IMDG', 'IMDG 42-24', { ...row, hazardClass: row.class }),
  kind: [row.class, row.subsidiaryHazards, row.packingGroup, row.limitedQuantity, row.emergencySchedule].join('|'),
  prohibited: false,
});

/**
 * RID's column 3a says `1` or `2` where IMDG says `1.1D` or `2.1`: for class 1 the classification code (3b) holds division and
 * compatibility group, for gases the first label (5) names the division, or else the code's letters (RID 2.2.2.1.3).
 */
function ridHazardClass({ class: ridClass, classificationCode, labels }: Record<RidColumn, string>): string {
  if (ridClass === '1') return classificationCode || ridClass;
  if (ridClass !== '2') return ridClass;
  const label = /^2\.[123]/.exec(labels)?.[0];
  if (label !== undefined) return label;
  if (classificationCode.includes('T')) return '2.3';
  return classificationCode.includes('F') ? '2.1' : '2.2';
}

interface ListedFacts {
  readonly name: string;
  readonly hazardClass: string;
  readonly packingGroup: string;
  readonly limitedQuantity: string;
  readonly emergencySchedule?: string;
}

const listingOf = (list: 'RID' | 'IMDG', edition: string, facts: ListedFacts): DangerousGoodsListing => ({
  list,
  edition,
  properShippingName: facts.name,
  hazardClass: facts.hazardClass,
  ...(facts.packingGroup && { packingGroup: facts.packingGroup }),
  ...(facts.limitedQuantity && { limitedQuantity: alike(facts.limitedQuantity) }),
  ...(facts.emergencySchedule && { emergencySchedule: facts.emergencySchedule }),
});

/** One way of writing for both lists: `500 ml` and `500 mL`, `5kg` and `5 kg`, `See SP277` and `see SP 277`. */
const alike = (limitedQuantity: string): string =>
  limitedQuantity
    .replace(/(\d)\s*(ml|g|kg|l)\b/gi, (_, digit: string, unit: string) => `${digit} ${UNITS[unit.toLowerCase()]}`)
    .replace(/see SP\s*(\d+)/i, 'see SP $1');

const UNITS: Readonly<Record<string, string>> = { ml: 'mL', l: 'L', g: 'g', kg: 'kg' };

function byUnNumber<Row extends { unNumber: string }>(
  rows: readonly Row[],
  read: (row: Row) => ListRow,
): DangerousGoodsList {
  const list = new Map<string, ListRow[]>();
  for (const row of rows) list.set(row.unNumber, [...(list.get(row.unNumber) ?? []), read(row)]);
  return list;
}
