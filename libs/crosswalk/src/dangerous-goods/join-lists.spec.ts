import { joinLists, type JoinedRows } from './join-lists.js';
import { imdgList, ridList } from './lists.js';

describe('RID 2025 and IMDG 42-24, joined on UN number, packing group and name', () => {
  const joined = joinLists();
  const rowsOf = (outcome: JoinedRows['outcome'], side: 'rail' | 'sea') =>
    joined.filter((rows) => rows.outcome === outcome).flatMap((rows) => rows[side]);

  it.each([
    ['rail', ridList, 2939],
    ['sea', imdgList, 2860],
  ] as const)('account for every row of the %s list exactly once', (side, list, count) => {
    const accounted = joined.flatMap((rows) => rows[side]);
    const listed = [...list().values()].flat();
    expect([accounted.length, listed.length]).toEqual([count, count]);
    expect(new Set(accounted)).toEqual(new Set(listed));
  });

  it.each([
    ['matched', 2815, 2815],
    ['several', 124, 44],
    ['railOnly', 0, 0],
    ['seaOnly', 0, 1],
  ] as const)('%s: %i rows of RID, %i of the IMDG Code', (outcome, rail, sea) => {
    expect([rowsOf(outcome, 'rail').length, rowsOf(outcome, 'sea').length]).toEqual([rail, sea]);
  });

  it('match one row of each list with one of the other, of the same packing group or without', () => {
    for (const { outcome, rail, sea } of joined.filter((rows) => rows.outcome === 'matched')) {
      const groups = [rail[0]?.listing.packingGroup, sea[0]?.listing.packingGroup];
      expect([outcome, rail.length, sea.length]).toEqual(['matched', 1, 1]);
      expect(groups.includes(undefined) || groups[0] === groups[1]).toBe(true);
    }
  });

  it('have one row that only one list has: unstabilized fish meal of packing group III', () => {
    expect(
      rowsOf('seaOnly', 'sea').map(({ listing }) => [listing.properShippingName.slice(0, 9), listing.packingGroup]),
    ).toEqual([['FISH MEAL', 'III']]);
  });

  it('keep the twelve kinds of aerosols of rail with the one of the sea', () => {
    const aerosols = joined.filter(({ unNumber }) => unNumber === '1950');
    expect(aerosols.map(({ outcome, rail, sea }) => [outcome, rail.length, sea.length])).toEqual([['several', 12, 1]]);
  });
});
