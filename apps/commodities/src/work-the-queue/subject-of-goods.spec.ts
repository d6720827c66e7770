import type { GoodsItem } from '#domain';
import { subjectOfGoods } from './subject-of-goods.js';

const item = (more: Partial<GoodsItem>) =>
  ({ otherRailCodes: [], railNames: [], customsNames: [], hsCandidates: [], ...more }) as unknown as GoodsItem;
const named = (scheme: string, code: string) =>
  item({ railCode: { scheme, code }, railNames: [{ text: '陶瓷餐具 (礼盒)' }] });

describe('what an answer about goods is kept for', () => {
  it.each([
    ['GNG', '85177000'],
    ['CN-RAIL', '0110001'],
  ])('is a code of %s that tells the goods: %s', (scheme, value) => {
    expect(subjectOfGoods(named(scheme, value))).toEqual({ scheme, value });
  });

  it.each([
    ['GNG', '99020000'],
    ['GNG', '84070000'],
    ['CN-RAIL', '0890000'],
    ['CN-RAIL', '9910001'],
    ['ETSNG', '161005'],
  ])('is the name as written where a code of %s tells a class only: %s', (scheme, code) => {
    expect(subjectOfGoods(named(scheme, code))).toEqual({ scheme: 'NAME', value: '陶瓷餐具 (礼盒)' });
  });

  it('is the code that tells them among several', () => {
    const other = { scheme: 'CN-RAIL', code: '0110001' };
    const several = item({ railCode: { scheme: 'GNG', code: '99020000' }, otherRailCodes: [other] });
    expect(subjectOfGoods(several)).toEqual({ scheme: 'CN-RAIL', value: '0110001' });
  });

  it('is what the sea document says where there is no rail document, and nothing where none says anything', () => {
    expect(subjectOfGoods(item({ customsNames: [{ text: 'GIFT SETS' }], hsCode: '691110' }))).toEqual({
      scheme: 'NAME',
      value: 'GIFT SETS',
    });
    expect(subjectOfGoods(item({ hsCandidates: [{ hsCode: '851770', evidence: 'stated' }] }))).toEqual({
      scheme: 'HS',
      value: '851770',
    });
    expect(subjectOfGoods(item({}))).toBeUndefined();
  });
});
