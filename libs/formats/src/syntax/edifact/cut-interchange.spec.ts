import fc from 'fast-check';
import { readDocument } from '../../read-document.js';
import { cutInterchange } from './cut-interchange.js';
import { cut, inShort, interchangeText } from './testing/messages.js';

const alone = interchangeText("BGM+705+BL1+9'");
/** The message of `alone` again and again, each under its own reference, and the envelope counted right. */
const several = (count: number): string =>
  alone
    .replace(/UNH\+1(.*UNT\+\d+\+)1'/, (_, middle: string) =>
      Array.from({ length: count }, (__, index) => `UNH+${index + 1}${middle}${index + 1}'`).join(''),
    )
    .replace('UNZ+1', `UNZ+${count}`);
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('an interchange of several messages', () => {
  it('is cut into messages as their sender would have sent each alone', () => {
    const [first, second, ...others] = cutInterchange(bytes(several(2)));
    expect(others).toEqual([]);
    expect(first?.toString()).toBe(alone);
    expect(second?.toString()).toBe(alone.replace('UNH+1+', 'UNH+2+').replace("+1'UNZ", "+2'UNZ"));
  });

  it('keeps UNA, blanks between segments and what is escaped in the reference', () => {
    const odd = `UNA:+.? '\n${several(2).replace("1830+77'", "1830+7?'7'").replace(/77'$/, "7?'7'")}`;
    const [, second] = cutInterchange(bytes(odd));
    expect(cut(second!).around).toEqual(['EDIFACT.LINE_BREAKS ']);
    expect(second?.toString()).toMatch(/^UNA:\+\.\? '\nUNB.*UNZ\+1\+7\?'7'$/s);
  });

  it('leaves the message that breaks off to its own fate', () => {
    const messages = cutInterchange(bytes(several(3).replace(/UNT\+\d+\+2'/, '')));
    expect(messages.map((each) => cut(each).around)).toEqual([[], ['EDIFACT.NO_UNT 2:BGM'], []]);
  });

  it.each([
    ['one message', alone, undefined],
    ['a wrong count', several(2).replace('UNZ+2', 'UNZ+9'), 'EDIFACT.COUNT UNZ/1'],
    [
      'the same reference twice',
      several(2).replaceAll('UNH+2', 'UNH+1').replace("+2'UNZ", "+1'UNZ"),
      'EDIFACT.DUPLICATE 1:UNH/1',
    ],
    ['a test', several(2).replace("1830+77'", "1830+77++++++1'"), 'EDIFACT.TEST UNB/11'],
    ['more than ten thousand', several(10_001), 'EDIFACT.SEVERAL_MESSAGES UNB'],
    ['an envelope without end', `UNA:+.? '${' '.repeat(1000)}${several(2)}`, 'EDIFACT.SEVERAL_MESSAGES UNB'],
    ['UNOX', several(2).replace('UNOC', 'UNOX'), 'EDIFACT.SEVERAL_MESSAGES UNB'],
    ['JSON', '{}', undefined],
  ])('is not cut: %s', (_what, text, finding) => {
    expect(cutInterchange(bytes(text))).toEqual([]);
    if (finding !== undefined) expect(readDocument(bytes(text)).findings.map(inShort)).toContain(finding);
  });

  it('is cut so that the bytes of its messages, one after the other, are its own', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20 }), fc.constantFrom('', '\n', '\r\n '), (count, blank) => {
        const text = several(count).replaceAll("'UN", `'${blank}UN`);
        const messages = cutInterchange(bytes(text)).flatMap((each) => cut(each).messages);
        expect(messages).toHaveLength(count);
        const body = messages.map((message) => message.bytes.toString('latin1')).join(blank);
        expect(text).toContain(body);
      }),
      { numRuns: 100 },
    );
  });
});
