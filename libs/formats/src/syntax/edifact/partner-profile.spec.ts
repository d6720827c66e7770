import fc from 'fast-check';
import { hasErrors } from '#domain';
import { acknowledgeInterchange } from '../../acknowledge-interchange.js';
import { readDocument } from '../../read-document.js';
import { readOffLoop } from '../../reading/read-off-loop.js';
import { checkProfile } from './check-profile.js';
import { cutInterchange } from './cut-interchange.js';
import { FINDING_KINDS } from './finding-kinds.js';
import type { PartnerProfile, Weight } from './partner-profile.js';
import { interchangeText } from './testing/messages.js';

const BODY =
  "BGM+705+BL1+9'TDT+20+1+1'LOC+9+CNQZH'LOC+11+SGSIN'NAD+CN+X'GID+1+10:CT'FTX+AAA+++PAINT'SGP+YDAU2005308+6'SGP+YDAU2005350+4'" +
  "EQD+CN+YDAU2005308'EQD+CN+YDAU2005350'";

const read = (text: string, profile?: PartnerProfile) => readDocument(Buffer.from(text), undefined, profile);

describe('a document read as was agreed with its sender', () => {
  it.each(['GID+1+TEN:CT', 'GID+1+1E1:CT', 'GID+1+-:CT'])('has no number that is none: %s', (gid) => {
    const { findings, document } = read(interchangeText(BODY.replace('GID+1+10:CT', gid)), {
      severities: { 'EDIFACT.CHARACTER_TYPE': 'warning' },
    });
    expect(findings[0]).toMatchObject({ code: 'EDIFACT.CHARACTER_TYPE', severity: 'warning', path: '7:GID/2/1' });
    expect(document?.goods[0]).not.toHaveProperty('packages');
    expect(document?.goods[0]?.stowage.map(({ packages }) => packages)).toEqual(['6', '4']);
  });

  const strange = interchangeText(BODY.replace('NAD+CN+X', 'NAD+Q9+X'));
  const weighed = (profile?: PartnerProfile): string[] =>
    read(strange, profile).findings.map(({ code, severity }) => `${severity} ${code}`);

  it('counts what was agreed for its type before what was agreed for all', () => {
    const forAll = { severities: { 'EDIFACT.CODE': 'warning' } } as const;
    expect(weighed()).toEqual(['error EDIFACT.CODE']);
    expect(weighed(forAll)[0]).toBe('warning EDIFACT.CODE');
    expect(weighed({ ...forAll, messages: { IFTMCS: { severities: { 'EDIFACT.CODE': 'error' } } } })).toEqual(
      weighed(),
    );
    expect(weighed({ messages: { IFTMCS: { codes: { 3035: { also: ['Q9'] } } } } })).not.toContain(
      'error EDIFACT.CODE',
    );
    expect(weighed({ messages: { IFTMIN: { codes: { 3035: { also: ['Q9'] } } } } })).toEqual(weighed());
  });

  it('is read the same beside the event loop', async () => {
    const profile: PartnerProfile = { messages: { IFTMCS: { severities: { 'EDIFACT.CODE': 'warning' } } } };
    const text = strange.replace('UNT', `${"EQD+CN+YDAU2005308+45G1'".repeat(15_000)}UNT`);
    expect(text.length).toBeGreaterThan(256 * 1024);
    const bytes = Buffer.from(text);
    expect(await readOffLoop(bytes, profile)).toEqual(readDocument(bytes, undefined, profile));
    expect(await readOffLoop(bytes, profile)).not.toEqual(readDocument(bytes));
  });

  it('is acknowledged as it was read', () => {
    const bytes = Buffer.from(interchangeText(BODY).replace("'UNH", "'\nUNH"));
    const segments = (profile?: PartnerProfile) => {
      const { findings } = readDocument(bytes, undefined, profile);
      const answer = acknowledgeInterchange('CONTRL', {
        bytes,
        findings,
        reference: 'R1',
        preparedAt: '2026-11-26T08:05Z',
      });
      return typeof answer === 'string' ? answer : answer.bytes.toString().split("'").slice(2, -3);
    };
    expect(segments()).toEqual(['UCI+77+LINE:ZZZ+YIDAN:ZZZ+7']);
    expect(segments({ severities: { 'EDIFACT.LINE_BREAKS': 'error' } })).toEqual(['UCI+77+LINE:ZZZ+YIDAN:ZZZ+4+21']);
  });

  it('has everything in it, however many warnings there are', () => {
    const containers = Array.from({ length: 300 }, (_, index) => `EQD+CN+YDAU${index + 1000000}+45G1'`).join('');
    const { document, findings } = read(interchangeText(BODY + containers));
    expect(findings).toHaveLength(200);
    expect(document?.containers).toHaveLength(302);
  });
});

describe('an interchange of several messages', () => {
  const alone = interchangeText("BGM+705+BL1+9'");
  const message = alone.slice(alone.indexOf('UNH'), alone.indexOf('UNZ'));
  const second = message.replace('UNH+1', 'UNH+2').replace(/1'$/, "2'");
  const wrong = Buffer.from(alone.replace('UNZ+1+77', `${second}UNZ+2+78`));

  it('is cut where what is wrong with it was agreed', () => {
    expect(cutInterchange(wrong)).toEqual([]);
    expect(read(wrong.toString()).findings.map(({ code }) => code)).toEqual(['EDIFACT.REFERENCE']);
    expect(cutInterchange(wrong, { severities: { 'EDIFACT.REFERENCE': 'warning' } })).toHaveLength(2);
  });

  it('is not cut at what is only half of it', () => {
    const group = (index: number) => `UNG+IFTMCS+A+B+250315:1830+${index}+UN+D:00B'${message}UNE+1+x${index}'`;
    const many = Array.from({ length: 250 }, (_, index) => group(index)).join('');
    const bytes = Buffer.from(alone.replace(/UNH.*UNZ\+1/, `${many}UNZ+250`));
    const careless: PartnerProfile = { severities: { 'EDIFACT.REFERENCE': 'warning' } };
    expect(cutInterchange(bytes, careless)).toEqual([]);
    expect(readDocument(bytes, undefined, careless).findings[0]).toMatchObject({
      code: 'EDIFACT.GIVEN_UP',
      severity: 'error',
    });
  });
});

describe('a profile', () => {
  const refused = (profile: PartnerProfile): string[] =>
    checkProfile(profile).map(({ code, path }) => `${code} ${path}`);
  const allWeighed = (weight: Weight): PartnerProfile => ({
    severities: Object.fromEntries(Object.keys(FINDING_KINDS).map((name) => [`EDIFACT.${name}`, weight])),
  });

  it('holds when it only says what can be agreed', () => {
    expect(
      refused({
        severities: { 'EDIFACT.LINE_BREAKS': 'ignore', 'EDIFACT.COUNT_BY_ONE': 'error', 'EDIFACT.COUNT': 'error' },
        codes: { 3035: { also: ['Q9'] } },
        directory: 'D.95B',
        messages: { IFTMCS: { severities: { 'EDIFACT.CODE': 'warning' } } },
      }),
    ).toEqual([]);
  });

  it.each([
    ['a count that is wrong', { severities: { 'EDIFACT.COUNT': 'warning' } }, 'PROFILE.HELD /severities/EDIFACT.COUNT'],
    [
      'a count that is one off, said to nobody',
      { severities: { 'EDIFACT.COUNT_BY_ONE': 'ignore' } },
      'PROFILE.TOLD /severities/EDIFACT.COUNT_BY_ONE',
    ],
    [
      'what a message says',
      { messages: { IFTMCS: { severities: { 'IFTMCS.NO_PLACE': 'warning' } } } },
      'PROFILE.FINDING /messages/IFTMCS/severities/IFTMCS.NO_PLACE',
    ],
    [
      'what is found in writing',
      { severities: { 'EDIFACT.UNWRITABLE': 'error' } },
      'PROFILE.FINDING /severities/EDIFACT.UNWRITABLE',
    ],
    ['a message that is not read', { messages: { ORDERS: {} } }, 'PROFILE.MESSAGE_TYPE /messages/ORDERS'],
    ['an element without codes', { codes: { 1004: { also: ['A'] } } }, 'PROFILE.ELEMENT /codes/1004'],
  ] as const)('cannot loosen or name %s', (_, profile, expected) => {
    expect(refused(profile as PartnerProfile)).toEqual([expected]);
  });

  it('can make every finding of reading an error', () => {
    expect(refused(allWeighed('error'))).toEqual(['PROFILE.FINDING /severities/EDIFACT.UNWRITABLE']);
  });

  it('can ignore only what takes nothing from the record', () => {
    const held = new Set(refused(allWeighed('ignore')).map((one) => one.split('EDIFACT.')[1]));
    expect(Object.keys(FINDING_KINDS).filter((name) => !held.has(name))).toEqual([
      'NO_UNA',
      'OTHER_CHARSET',
      'LINE_BREAKS',
      'LOWER_CASE',
      'MIXED',
      'NO_VERSION',
      'TOO_LONG',
      'TOO_SHORT',
      'CODE_UNLISTED',
      'CHARACTER_LEVEL',
    ]);
  });

  it('that is the loosest leaves no document neither taken in nor refused', () => {
    const weights: readonly Weight[] = ['ignore', 'warning'];
    const severities = Object.fromEntries(
      Object.keys(FINDING_KINDS).flatMap((name) => {
        const code = `EDIFACT.${name}`;
        const weight = weights.find((one) => refused({ severities: { [code]: one } }).length === 0);
        return weight ? [[code, weight] as const] : [];
      }),
    );
    const segments = BODY.split("'");
    const part = fc.constantFrom('', 'X', '1', 'Z'.repeat(80), '9'.repeat(30), 'A:B:C:D:E:F:G');
    const edit = fc.tuple(fc.nat(segments.length - 2), fc.nat(5), fc.option(part)).map(([at, element, text]) => {
      const elements = segments[at]?.split('+') ?? [];
      if (text === null) return segments.with(at, `${segments[at]}'${segments[at]}`);
      return segments.with(at, elements.with(Math.min(element, elements.length - 1), text).join('+'));
    });
    fc.assert(
      fc.property(edit, (edited) => {
        const { findings, document } = read(interchangeText(edited.join("'")), { severities });
        expect(document === undefined).toBe(hasErrors(findings));
      }),
      { numRuns: 1000 },
    );
  });
});
