import { checkResolution } from './check-resolution.js';
import type { ResolutionBody } from './resolution-body.js';

const body = (subject: ResolutionBody['subject'], answer: ResolutionBody['answer']): ResolutionBody => ({
  subject,
  answer,
  reason: 'by sample',
});
const places = (checked: ResolutionBody): string[] =>
  checkResolution(checked).map(({ code, path }) => `${code} ${path}`);

describe('what a resolution may say', () => {
  it.each([
    body({ scheme: 'ETSNG', value: '161005' }, { hsCode: '270112' }),
    body({ scheme: 'CN-RAIL', value: '1590000' }, { hsCode: '3208200090', customsName: 'ACRYLIC PAINT' }),
    body({ scheme: 'GNG', value: '99010000' }, { hsCode: '860900' }),
    body({ scheme: 'NAME', value: '油漆 (丙烯酸涂料)' }, { railCode: { scheme: 'GNG', code: '32082000' } }),
  ])('$subject.scheme $subject.value is in order', (checked) => expect(checkResolution(checked)).toEqual([]));

  it('may settle an HS code that HS 2022 does not have, but not answer with one', () => {
    expect(places(body({ scheme: 'HS', value: '851770' }, { hsCode: '851779' }))).toEqual([]);
    expect(places(body({ scheme: 'HS', value: '851770' }, { hsCode: '851770' }))).toEqual([
      'RESOLUTION.HS_UNKNOWN /answer/hsCode',
    ]);
  });

  it('names every code that has not the digits of its scheme', () => {
    const checked = body(
      { scheme: 'GNG', value: '840732' },
      { hsCode: '8407', railCode: { scheme: 'ETSNG', code: '8407320' } },
    );
    expect(places(checked)).toEqual([
      'RESOLUTION.CODE_DIGITS /subject/value',
      'RESOLUTION.CODE_DIGITS /answer/railCode/code',
      'RESOLUTION.CODE_DIGITS /answer/hsCode',
    ]);
  });

  it('says it in both languages', () => {
    const [finding] = checkResolution(body({ scheme: 'NAME', value: 'x' }, { hsCode: '999999' }));
    expect(finding?.message.en).toContain('999999');
    expect(finding?.message.zh).toContain('子目 999999');
  });
});
