import { buildCrosswalk } from '#crosswalk';
import { questionAbout, readRoute, readSubject } from './crosswalk-question.js';

describe('what a caller looks up', () => {
  it.each([
    ['gng:84073200', { scheme: 'GNG', value: '84073200' }],
    ['etsng:161005', { scheme: 'ETSNG', value: '161005' }],
    ['cn-rail:0890000', { scheme: 'CN-RAIL', value: '0890000' }],
    ['hs:840732', { scheme: 'HS', value: '840732' }],
    ['name:摩托车发动机: 150cc ', { scheme: 'NAME', value: '摩托车发动机: 150cc' }],
  ])('%s', (from, subject) => expect(readSubject(from)).toEqual(subject));

  it.each([undefined, '', 'gng', 'gng:', 'gng: ', 'taric:1', 'constructor:1'])('refuses %j', (from) => {
    expect(() => readSubject(from)).toThrow(expect.objectContaining({ code: 'COMMODITIES.FROM', kind: 'invalid' }));
  });

  it.each([
    [undefined, undefined, undefined],
    ['CNCKG', 'SG', { from: 'CNCKG', to: 'SG' }],
  ])('goes from %s to %s', (from, to, route) => expect(readRoute(from, to)).toEqual(route));

  it.each([
    ['CNCKG', undefined],
    [undefined, 'SG'],
    ['Chongqing', 'SG'],
    ['CNCKG', ''],
  ])('does not go from %j to %j', (from, to) => {
    expect(() => readRoute(from, to)).toThrow(expect.objectContaining({ code: 'COMMODITIES.ROUTE', kind: 'invalid' }));
  });

  it('is asked of the crosswalk', () => {
    const names = buildCrosswalk().nameGoods(questionAbout({ scheme: 'GNG', value: '84073200' }, 'P1'));
    expect(names).toMatchObject({ railCode: { scheme: 'GNG', code: '84073200' }, hsCode: '840732' });
  });
});
