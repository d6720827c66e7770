import type { UnsettledNames } from '../inbound/unsettled-goods.js';
import { changedSince } from './changed-since.js';

const goods = (railName: string, more: Partial<UnsettledNames> = {}) => ({ railName, ...more }) as UnsettledNames;

describe('what changed since a person looked', () => {
  const waiting = {
    goods: goods('瓷餐具', { customsName: 'TABLEWARE' }),
    earlier: [
      { upTo: 2, goods: goods('餐具') },
      { upTo: 4, goods: goods('陶瓷餐具') },
    ],
  };

  it.each([
    [1, '餐具'],
    [2, '餐具'],
    [3, '陶瓷餐具'],
  ])('is told with what stood in version %i', (looked, before) => {
    expect(changedSince(waiting, looked)).toEqual([
      { field: 'railName', before, now: '瓷餐具' },
      { field: 'customsName', before: undefined, now: 'TABLEWARE' },
    ]);
  });

  it('is nothing where only other parts of the record changed', () => {
    expect(changedSince(waiting, 5)).toEqual([]);
  });
});
