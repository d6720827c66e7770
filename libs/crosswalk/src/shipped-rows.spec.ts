import { shippedRows, type CrosswalkRow } from './shipped-rows.js';

describe('the names table that is shipped', () => {
  it('has one row for a kind of goods: no two of the same codes share a name', () => {
    const kinds = [...shippedRows()].filter(({ scheme }) => scheme === 'NAMES').flatMap(namesWithCodes);
    const twice = [...Map.groupBy(kinds, (kind) => kind)].filter(([, same]) => same.length > 1);
    expect(twice).toEqual([]);
  });
});

function namesWithCodes({ hs, nameZh = '', nameRu = '', nameEn = '', otherNames }: CrosswalkRow): string[] {
  const names = new Set([nameZh, nameRu, nameEn, ...otherNames].map((name) => name.toLowerCase()));
  return [...names].map((name) => `${name} (${hs.toSorted().join(' ')})`);
}
