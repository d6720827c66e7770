import fc from 'fast-check';
import { ACKNOWLEDGEMENT_TYPES, acknowledgeInterchange, type AcknowledgementType } from './acknowledge-interchange.js';
import type { Finding } from '#domain';
import { readDocument } from './read-document.js';
import { cutInterchange } from './syntax/edifact/cut-interchange.js';
import { interchangeText } from './syntax/edifact/testing/messages.js';

const BODY = "BGM+705+BL1+9'TDT+20+1+1'LOC+9+CNQZH'LOC+11+SGSIN'NAD+CN+X'GID+1+1:CT'FTX+AAA+++PAINT'";
const good = interchangeText(BODY);

function acknowledge(type: AcknowledgementType, text: string) {
  const bytes = Buffer.from(text);
  const { findings } = readDocument(bytes);
  return acknowledgeInterchange(type, { bytes, findings, reference: 'R1', preparedAt: '2026-11-26T08:05:59.123Z' });
}

/** The segments between UNH and UNT, or why there are none. */
function said(type: AcknowledgementType, text: string): string | string[] {
  const answer = acknowledge(type, text);
  return typeof answer === 'string' ? answer : answer.bytes.toString().split("'").slice(2, -3);
}

const ACCEPTED = 'UCI+77+LINE:ZZZ+YIDAN:ZZZ+7';

describe('CONTRL', () => {
  it('acknowledges a message that was taken in', () => {
    expect(readDocument(Buffer.from(good)).findings).toEqual([]);
    expect(said('CONTRL', good)).toEqual([ACCEPTED]);
  });

  it('acknowledges the syntax of a message that was refused for what it says', () => {
    expect(said('CONTRL', good.replace("LOC+9+CNQZH'", "LOC+88+CNQZH'"))).toEqual([ACCEPTED]);
  });

  it.each([
    ['a wrong count', good.replace('UNT+9', 'UNT+19'), [ACCEPTED, 'UCM+1+IFTMCS:D:00B:UN+4+29+UNT+2']],
    ['a count that is one off, which is a warning', good.replace('UNT+9', 'UNT+8'), [ACCEPTED]],
    ['a wrong element', good.replace('NAD+CN', 'NAD+CNX1'), [ACCEPTED, 'UCM+1+IFTMCS:D:00B:UN+4', 'UCS+6', 'UCD+39+2']],
    ['a test', good.replace("1830+77'", "1830+77++++++1'"), ['UCI+77+LINE:ZZZ+YIDAN:ZZZ+4+25+UNB+12']],
    ['a broken end', good.replace('UNZ+1+77', 'UNZ+1+78'), ['UCI+77+LINE:ZZZ+YIDAN:ZZZ+4+28+UNZ+3']],
    [
      'several messages',
      good.replace('UNZ+1', "UNH+2+IFTMCS:D:00B:UN'UNT+2+2'UNZ+2"),
      ['UCI+77+LINE:ZZZ+YIDAN:ZZZ+4+18+UNB'],
    ],
    [
      'a message that is not read here',
      good.replace('IFTMCS', 'IFTMBF'),
      [ACCEPTED, 'UCM+1+IFTMBF:D:00B:UN+4+12+UNH+3:1'],
    ],
    ['a character set that is not read here', good.replace('UNOC', 'UNOQ'), ['UCI+77+LINE:ZZZ+YIDAN:ZZZ+4+46+UNB+2:1']],
  ])('says what is wrong with %s', (_what, text, segments) => {
    expect(said('CONTRL', text)).toEqual(segments);
  });

  it('answers for the whole interchange where a UNH has what no UCM can repeat', () => {
    const long = good.replace('UNH+1+', 'UNH+123456789012345+').replace("+1'UNZ", "+123456789012345'UNZ");
    expect(said('CONTRL', long)).toEqual(['UCI+77+LINE:ZZZ+YIDAN:ZZZ+4+39+UNH+2']);
  });
});

describe('APERAK', () => {
  it('gives the reasons for which a message was refused, with its number', () => {
    const segments = said('APERAK', good.replace("LOC+9+CNQZH'", "LOC+88+CNQZH'"));
    expect(segments).toEqual(expect.arrayContaining(['BGM+313+R1+27+RE', 'RFF+ACW:1', 'RFF+AGO:BL1', 'ERC+E::ZZZ']));
    expect(String(segments)).toContain('FTX+AAO+++IFTMCS.NO_PLACE:3?:TDT:');
  });

  it.each([
    ['was taken in', good],
    ['is wrong in its syntax', good.replace('UNT+9', 'UNT+19')],
    ['is of a type that is not read here', good.replace('IFTMCS', 'IFTSTA')],
  ])('is not there for a message that %s', (_what, text) => {
    expect(said('APERAK', text)).toBe('notRefused');
  });
});

describe('an interchange of several messages', () => {
  const body = good.slice(good.indexOf('UNH+1'), good.indexOf('UNZ'));
  const second = body.replace('UNH+1+', 'UNH+2+').replace(/1'$/, "2'");
  const third = body.replace('UNH+1+', 'UNH+3+').replace(/1'$/, "3'");
  const bytes = Buffer.from(
    good.replace('UNZ+1', `${second.replace('NAD+CN', 'NAD+CNX1')}${third.replace('LOC+9', 'LOC+88')}UNZ+3`),
  );
  const messages = new Map(
    cutInterchange(bytes).map((each, index) => [index + 1, readDocument(each).findings] as const),
  );
  const answered = (type: AcknowledgementType, found: ReadonlyMap<number, readonly Finding[]>) => {
    const answer = acknowledgeInterchange(type, {
      bytes,
      findings: [],
      messages: found,
      reference: 'R1',
      preparedAt: '2026-11-26T08:05:59Z',
    });
    return typeof answer === 'string' ? answer : answer.bytes.toString().split("'").slice(2, -3);
  };

  it('has one CONTRL that names them all', () => {
    expect(answered('CONTRL', messages)).toEqual([
      ACCEPTED,
      'UCM+1+IFTMCS:D:00B:UN+7',
      'UCM+2+IFTMCS:D:00B:UN+4',
      'UCS+6',
      'UCD+39+2',
      'UCM+3+IFTMCS:D:00B:UN+7',
    ]);
  });

  it('has an APERAK for those that were refused for what they say', () => {
    expect(String(answered('APERAK', messages))).toContain('RFF+ACW:3');
    expect(answered('APERAK', new Map([[2, messages.get(2) ?? []]]))).toBe('notRefused');
  });
});

describe('an answer', () => {
  it.each([
    ['UNOA:2', 'iso-8859-1'],
    ['UNOC:3', 'iso-8859-1'],
    ['UNOE:3', 'iso-8859-5'],
    ['UNOY:4', 'utf-8'],
  ])('to %s says that it is in %s', (unb, charset) => {
    expect(acknowledge('CONTRL', interchangeText(BODY, undefined, unb))).toMatchObject({ charset });
  });

  it.each([
    ['{"a":1}', 'notEdifact'],
    ['UNB', 'unanswerable'],
    [good.replace("1830+77'", "1830'"), 'unanswerable'],
  ])('cannot be given to %s', (text, reason) => {
    expect(said('CONTRL', text)).toBe(reason);
  });

  it('is given or not, whatever comes, and is an interchange itself', () => {
    const spoilt = fc
      .tuple(fc.nat(good.length), fc.nat(12), fc.string({ maxLength: 3 }))
      .map(([at, length, instead]) => good.slice(0, at) + instead + good.slice(at + length));
    fc.assert(
      fc.property(spoilt, fc.constantFrom(...ACKNOWLEDGEMENT_TYPES), (text, type) => {
        const answer = acknowledge(type, text);
        if (typeof answer !== 'string') expect(answer.bytes.toString()).toMatch(/^(UNA.{6})?UNB.+UNZ.1.R1'$/s);
      }),
      { numRuns: 1000 },
    );
  });
});
