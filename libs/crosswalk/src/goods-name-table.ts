import { lazily, readTable } from './reference-table.js';
import { nameKey } from './subject.js';

export const NAME_TABLE = 'Yidan starter table';

export interface GoodsNameRow {
  readonly nameZh: string;
  readonly nameRu: string;
  readonly nameEn: string;
  readonly hsCode: string;
}

const rowsByName = lazily(() => {
  const byName = new Map<string, GoodsNameRow[]>();
  for (const row of readTable<keyof GoodsNameRow>('goods-names.csv')) {
    for (const name of [row.nameZh, row.nameRu, row.nameEn]) {
      const key = nameKey(name);
      byName.set(key, [...(byName.get(key) ?? []), row]);
    }
  }
  return byName;
});

/** Rows for a name as written; where it has none, for what stands before its first bracket or comma (`摩托车发动机(150cc)`). */
export const rowsNamed = (name: string): readonly GoodsNameRow[] =>
  rowsByName().get(nameKey(name)) ?? rowsByName().get(nameKey(beforeQualifier(name))) ?? [];

const beforeQualifier = (name: string): string => name.split(/[(（,，;；]/, 1)[0] as string;
