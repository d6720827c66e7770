import { lazily, readTable } from '../reference-table.js';
import { imdgRow, type ImdgColumn } from './imdg-row.js';
import type { ListRow } from './list-row.js';
import { ridRow, type RidColumn } from './rid-row.js';

export type DangerousGoodsList = ReadonlyMap<string, readonly ListRow[]>;

/** RID 2025, chapter 3.2 table A, by UN number. */
export const ridList = lazily(() => byUnNumber(readTable<RidColumn>('rid-2025.csv'), ridRow));

/** IMDG Code 42-24, chapter 3.2 dangerous goods list, by UN number. */
export const imdgList = lazily(() => byUnNumber(readTable<ImdgColumn>('imdg-42-24.csv'), imdgRow));

function byUnNumber<Row extends { unNumber: string }>(
  rows: readonly Row[],
  read: (row: Row) => ListRow,
): DangerousGoodsList {
  const list = new Map<string, ListRow[]>();
  for (const row of rows) {
    const listed = list.get(row.unNumber);
    if (listed) listed.push(read(row));
    else list.set(row.unNumber, [read(row)]);
  }
  return list;
}
