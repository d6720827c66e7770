import { buildCrosswalk } from '#crosswalk';
import { answers, linesOf } from './look-up-lines.js';

const ask = async (lines: string[], crosswalk = buildCrosswalk()) => {
  const parts: string[] = [];
  for await (const part of answers(crosswalk, linesOf(Buffer.from(lines.join('\n'))), { party: 'P1', language: 'en' }))
    parts.push(part);
  return parts
    .join('')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
};

describe('many lines', () => {
  it('are answered in their order with what the caller calls them', async () => {
    const answered = await ask([
      '{"ref":"a","railCodes":[{"scheme":"GNG","code":"84073200"}]}',
      '{"customsNames":["陶瓷餐具"],"hsCodes":["691110"]}',
    ]);
    expect(answered).toMatchObject([
      { line: 1, of: 2, ref: 'a', names: { hsCode: '840732' } },
      { line: 2, of: 2, names: { hsCode: '691110', customsName: '陶瓷餐具' } },
    ]);
  });

  it('are answered by what was settled for their route', async () => {
    const subject = { scheme: 'NAME', value: '礼品' } as const;
    const settled = (id: string, to: string, hsCode: string) =>
      ({ id, version: 1, party: 'P1', subject, route: { from: 'CN', to }, answer: { hsCode } }) as const;
    const crosswalk = buildCrosswalk([settled('r1', 'SG', '691110'), settled('r2', 'KZ', '691200')]);
    const line = (to: string) => JSON.stringify({ railNames: ['礼品'], route: { from: 'CNCKG', to } });
    const answered = await ask([line('SGSIN'), line('KZALA'), line('DEHAM')], crosswalk);
    expect(answered.map(({ names }) => names.hsCode)).toEqual(['691110', '691200', undefined]);
  });

  it('keep their numbers where some are blank', async () => {
    const asked = '{"hsCodes":["840732"]}';
    expect(await ask(['', asked, ' ', asked, ''])).toMatchObject([
      { line: 2, of: 4 },
      { line: 4, of: 4 },
    ]);
  });

  it.each(['x', '[]', '{"ref":"a"}', '{"railNames":["\\ud842"]}', '{"hsCodes":["12"]}', '{"railNames":["a"],"x":1}'])(
    'have an error in the place of one like %j, and the others are answered',
    async (line) => {
      expect(await ask([line, '{"hsCodes":["840732"]}'])).toMatchObject([
        { line: 1, error: { code: 'COMMODITIES.LINE' } },
        { line: 2, names: { hsCode: '840732' } },
      ]);
    },
  );

  it('are at least one, at most ten thousand, and UTF-8', () => {
    expect(linesOf(Buffer.from('{}\r\n\n{}\n'))).toHaveLength(2);
    for (const body of ['\n', '{}\n'.repeat(10_001)])
      expect(() => linesOf(Buffer.from(body))).toThrow(expect.objectContaining({ code: 'COMMODITIES.LINES' }));
    expect(() => linesOf(Buffer.from([0xff]))).toThrow(expect.objectContaining({ code: 'COMMODITIES.LINES' }));
  });
});
