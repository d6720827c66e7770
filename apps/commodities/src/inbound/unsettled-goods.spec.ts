import type { OneDocumentChanged } from '#contracts';
import type { GoodsItem, Naming, OneDocument } from '#domain';
import { latestOf, unsettledGoodsOf } from './unsettled-goods.js';

const naming = (certainty: Naming['certainty']): Naming => ({ source: 'document', certainty });

const item = (sequence: number, rail: Naming['certainty'], customs: Naming['certainty']) =>
  ({
    sequence,
    railName: '油漆',
    railNames: [{ text: '油漆' }],
    otherRailCodes: [],
    customsNames: [],
    railNaming: naming(rail),
    customsNaming: naming(customs),
    hsCandidates: [],
  }) as unknown as GoodsItem;

const change = (version: number, goodsItems: GoodsItem[], more: Partial<OneDocument> = {}): OneDocumentChanged => ({
  oneDocument: {
    id: 'r1',
    version,
    changedAt: '2026-11-08T02:00:00Z',
    state: 'open',
    legs: [{ from: { unLocode: 'CNCKG', names: [] }, to: { unLocode: 'SGSIN', names: [] } }],
    goodsItems,
    ...more,
  } as OneDocument,
  visibleTo: ['0002187', 'SGLCMP'],
});

describe('goods that people have to settle', () => {
  it('are those unmatched or only candidates, with the side that is open', () => {
    const goods = unsettledGoodsOf(
      change(3, [
        item(1, 'stated', 'stated'),
        item(2, 'stated', 'candidate'),
        item(3, 'unmatched', 'exact'),
        item(4, 'unmatched', 'unmatched'),
      ]),
    );
    expect(goods.map(({ sequence, goods: { unsettled } }) => [sequence, unsettled])).toEqual([
      [2, ['customs']],
      [3, ['rail']],
      [4, ['rail', 'customs']],
    ]);
    expect(goods[0]).toMatchObject({
      oneDocumentId: 'r1',
      oneDocumentVersion: 3,
      visibleTo: ['0002187', 'SGLCMP'],
      goods: { railName: '油漆', decisions: { customs: 'ambiguous' } },
      subject: { scheme: 'NAME', value: '油漆' },
      subjectKey: 'NAME:油漆',
      route: { from: 'CNCKG', to: 'SGSIN' },
    });
    expect(goods.slice(1).map(({ goods: { decisions } }) => decisions)).toEqual([
      { rail: 'unknown' },
      { rail: 'unknown', customs: 'unknown' },
    ]);
  });

  it("have the crosswalk's own decision where it says one", () => {
    const sure = { ...item(1, 'stated', 'candidate'), customsNaming: { ...naming('candidate'), decision: 'matched' } };
    expect(unsettledGoodsOf(change(1, [sure as GoodsItem]))[0]?.goods.decisions).toEqual({ customs: 'matched' });
  });

  it.each(['merged', 'cancelled'] as const)('are none in a %s record', (state) => {
    expect(unsettledGoodsOf(change(4, [item(1, 'unmatched', 'unmatched')], { state }))).toEqual([]);
  });

  it('are named in the records of their bills, not in that of the waybill over them', () => {
    const consolidates = ['r2', 'r3'];
    expect(unsettledGoodsOf(change(4, [item(1, 'unmatched', 'unmatched')], { consolidates }))).toEqual([]);
  });

  it('come from the last word on each record of a batch', () => {
    const batch = [change(1, []), change(3, []), change(2, []), change(1, [], { id: 'r2' })];
    expect(latestOf(batch).map(({ oneDocument }) => `${oneDocument.id} ${oneDocument.version}`)).toEqual([
      'r1 3',
      'r2 1',
    ]);
  });
});
