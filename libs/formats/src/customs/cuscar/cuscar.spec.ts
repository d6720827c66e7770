import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { OneDocument, ReeferSettings, TransportDocument } from '#domain';
import { readDocument } from '../../read-document.js';
import { interchangeText } from '../../syntax/edifact/testing/messages.js';
import { describeFormat } from '../../testing/format-suite.js';
import { recordOf } from '../../testing/record-of.js';
import { told } from '../../testing/write-and-read.js';
import { encode } from './encode.js';
import { cuscar } from './index.js';

describeFormat(cuscar, new URL('./', import.meta.url));

const engines = JSON.parse(
  readFileSync(new URL('../../../../../schemas/one-document/v1/examples/engines.json', import.meta.url), 'utf8'),
) as OneDocument;

const read = (text: string | Buffer): TransportDocument => {
  const { document, findings } = readDocument(Buffer.from(text as string), [cuscar]);
  if (!document) throw new Error(JSON.stringify(findings));
  return document;
};

describe('a report of a record', () => {
  it('is of its bill, with the sea side of the goods, and says what it leaves out', () => {
    const { bytes, findings } = encode(engines);
    const document = read(bytes as Buffer);
    expect(document).toMatchObject({
      kind: 'cargoReport',
      number: 'HBLQZH2611042',
      issuedAt: '2026-11-12',
      references: [{ type: 'booking', value: 'HBL26110881' }],
      legs: [{ vessel: 'HAIBEI CONCORD', voyage: '046S', from: { unLocode: 'CNQZH' }, to: { unLocode: 'SGSIN' } }],
      totals: { packages: '430', grossMassKg: '15800.500', containers: '2' },
    });
    expect(document.goods.map(({ names, hsCodes }) => [names[0]?.text, hsCodes])).toEqual([
      ['MOTORCYCLE ENGINES, 150 CC, NEW', ['840732']],
      ['MOTORCYCLE PARTS, FRAMES AND FORKS', ['871410']],
    ]);
    expect(document.parties.map(({ role }) => role)).toEqual([
      'consignor',
      'consignee',
      'forwarder',
      'notify',
      'notify',
      'seaCarrier',
    ]);
    expect(findings.every(({ code }) => code === 'RECORD.NOT_CARRIED')).toBe(true);
    expect(document.goods[1]?.stowage).toEqual([
      { containerNumber: 'YDAU2004174', packages: '130' },
      { containerNumber: 'YDAU2004180', packages: '180' },
    ]);
    const lost = findings.map(({ path }) => path);
    expect(lost).toEqual(expect.arrayContaining(['/goodsItems/0/railCode', '/goodsItems/1/perContainer']));
    expect(lost).not.toContain('/goodsItems/0/perContainer');
  });

  it('has a reference of its own for each version of each record', () => {
    const referenceOf = (record: OneDocument) => /\+([^+']+)'UNH/.exec(String(encode(record).bytes))?.[1];
    const others = [
      { ...engines, version: engines.version + 1 },
      { ...engines, id: engines.id.replace(/.$/, 'f') },
    ];
    expect(new Set([engines, ...others].map(referenceOf)).size).toBe(3);
  });

  it.each<ReeferSettings>([
    { setPoint: { value: '-18.0', unit: 'CEL' } },
    { minimum: { value: '-4', unit: 'FAH' }, maximum: { value: '5', unit: 'FAH' } },
    { setPoint: { value: '12', unit: 'CEL' }, maximum: { value: '13.5', unit: 'CEL' } },
  ])('has reefers as they are to be run: %j', (reeferSettings) => {
    const equipment = engines.equipment.map((one) => ({ ...one, reeferSettings: { value: reeferSettings } }));
    const { bytes, findings } = encode({ ...engines, equipment });
    expect(read(bytes as Buffer).containers.map((one) => one.reeferSettings)).toEqual([reeferSettings, reeferSettings]);
    expect(findings.map(({ path }) => path)).not.toContainEqual(expect.stringContaining('reeferSettings'));
  });

  it('tells of a temperature that is not read', () => {
    const equipment = engines.equipment.map((one) => ({
      ...one,
      reeferSettings: { value: { setPoint: { value: '-18', unit: 'CEL' } } as const },
    }));
    const text = String(encode({ ...engines, equipment }).bytes).replace('-18:CEL', '255:KEL');
    const { document, findings } = readDocument(Buffer.from(text), [cuscar]);
    expect(document?.containers[0]).not.toHaveProperty('reeferSettings');
    expect(findings.map(({ code }) => code)).toEqual(['CUSCAR.REEFER_UNIT']);
  });

  it('there is none without a sea document', () => {
    const { bytes, findings } = encode({ ...engines, transportDocuments: engines.transportDocuments.slice(0, 1) });
    expect([bytes, findings.map(({ code }) => code)]).toEqual([undefined, ['RECORD.NO_DOCUMENT']]);
  });
});

/** Values as the directory's elements hold them: no blank space at the ends, no run of it inside. */
const textOf = (length: number) =>
  fc
    .array(fc.constantFrom('摩托车', 'PAINT', "O'NEIL", 'A+B', '1:2', '?', 'Мука', 'HẢI', '007'), {
      minLength: 1,
      maxLength: 4,
    })
    .map((words) => words.join(' ').slice(0, length).trim());
const code = fc.stringMatching(/^[A-Z0-9]{1,17}$/);
const mass = fc.stringMatching(/^(0|[1-9]\d{0,9})(\.\d{1,6})?$/);
const count = fc.stringMatching(/^[1-9]\d{0,7}$/);
const time = fc.constantFrom('2026-11-12', '2026-11-12T10:15', '2026-11-12T10:15:30', '2026-11-12T10:15+08:00');
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const defined = <Value extends object>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

const party = (role: TransportDocument['parties'][number]['role']) =>
  fc
    .record({
      text: textOf(35),
      own: maybe(code),
      city: maybe(textOf(35)),
      lines: maybe(fc.array(textOf(35), { minLength: 1, maxLength: 4 })),
      phone: maybe(code),
    })
    .map(({ text, own, city, lines, phone }) => ({
      role,
      names: [{ text }],
      codes: own === undefined ? [] : [{ scheme: 'PARTY', code: own }],
      ...((city ?? lines) && { address: { lines, city } }),
      ...(phone !== undefined && { contacts: [{ name: 'TAN', phone }] }),
    }));

const CONTAINERS = ['YDAU2004174', 'YDAU2004180'];

const item = (index: number) =>
  fc
    .record({
      text: textOf(200),
      hsCodes: fc.constantFrom<string[]>([], ['840732'], ['8407320000']),
      packages: count,
      packageType: maybe(fc.constantFrom('CT', 'CR')),
      grossMassKg: mass,
      marks: maybe(fc.uniqueArray(textOf(35), { minLength: 1, maxLength: 12 })),
      inside: fc.constantFrom(CONTAINERS.slice(0, 1), CONTAINERS),
      parts: fc.tuple(maybe(count), maybe(count)),
      packingGroup: maybe(fc.constantFrom('I' as const, 'II' as const, 'III' as const)),
      isDangerous: fc.boolean(),
    })
    .map(({ text, inside, parts, packingGroup, isDangerous, ...line }) => ({
      sequence: String(index + 1),
      names: [{ text: `${text} ${index}` }],
      railCodes: [],
      ...line,
      stowage: inside.map((containerNumber, at) => ({
        containerNumber,
        packages: inside.length === 1 ? line.packages : parts[at],
      })),
      dangerousGoods: isDangerous
        ? [{ unNumber: '1263', hazardClass: '3', packingGroup, regulation: 'IMDG' as const }]
        : [],
      path: '',
    }));

const anyReport: fc.Arbitrary<TransportDocument> = fc
  .record({
    number: code,
    bill: code.map((value) => `B${value}`),
    booking: code,
    issuedAt: maybe(time),
    roles: fc.subarray(['consignor', 'consignee', 'notify', 'seaCarrier'] as const),
    goods: fc
      .integer({ min: 1, max: 3 })
      .chain((size) => fc.tuple(...Array.from({ length: size }, (_, at) => item(at)))),
    seals: fc.uniqueArray(fc.stringMatching(/^[A-Z0-9]{1,10}$/), { maxLength: 3 }),
    tareKg: maybe(mass),
    departsAt: maybe(time),
    vessel: maybe(textOf(35)),
    containers: count,
  })
  .chain(({ roles, ...report }) =>
    fc.tuple(fc.constant(report), fc.tuple(...roles.map(party))).map(([one, parties]) => reportOf(one, parties)),
  );

interface Generated {
  readonly number: string;
  readonly bill: string;
  readonly booking: string;
  readonly issuedAt: string | undefined;
  readonly goods: readonly object[];
  readonly seals: readonly string[];
  readonly tareKg: string | undefined;
  readonly departsAt: string | undefined;
  readonly vessel: string | undefined;
  readonly containers: string;
}

function reportOf(one: Generated, parties: readonly object[]): TransportDocument {
  const { number, bill, booking, issuedAt, goods, seals, tareKg, departsAt, vessel } = one;
  const report = {
    kind: 'cargoReport',
    mode: 'sea',
    number,
    purpose: 'original',
    issuedAt,
    references: [
      { type: 'transportDocument', value: bill },
      { type: 'booking', value: booking },
    ],
    parties,
    goods,
    containers: CONTAINERS.map((each) => ({
      number: each,
      checkDigitValid: true,
      sizeType: '45G1',
      tareKg,
      seals,
      path: '',
    })),
    wagons: [],
    legs: [
      {
        mode: 'sea',
        from: { unLocode: 'CNQZH', names: [{ text: '钦州' }] },
        to: { unLocode: 'SGSIN', names: [] },
        departsAt,
        departure: departsAt === undefined ? undefined : 'planned',
        vessel,
        voyage: '046S',
        path: '',
      },
    ],
    totals: { containers: '2' },
  };
  return defined(report) as TransportDocument;
}

describe('reports written and read', () => {
  it('keep every value, through the record and back', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { bytes } = encode(recordOf(report));
        const decoded = read(bytes as Buffer);
        const isKept = isDeepStrictEqual(told(decoded), told({ ...report, totals: decoded.totals }));
        const again = encode(recordOf(decoded)).bytes;
        return isKept && again?.equals(bytes as Buffer) === true;
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('values', () => {
  const dtm = (text: string) =>
    read(
      interchangeText(
        `BGM+85+R1+9'DTM+137:${text}'TDT+20+046S+1'LOC+9+CNQZH'LOC+11+SGSIN'CNI+1'RFF+BM:B1'GID+1'`,
        'CUSCAR:D:00B:UN',
      ),
    ).issuedAt;

  it.each([
    ['20261115:102', '2026-11-15'],
    ['202611151830:203', '2026-11-15T18:30'],
    ['20261115183059:204', '2026-11-15T18:30:59'],
    ['202611151830?+0800:205', '2026-11-15T18:30+08:00'],
    ['2611151830:201', '2026-11-15T18:30'],
  ])('the time %s is %s', (text, expected) => expect(dtm(text)).toBe(expected));

  it.each([
    ['0.0005', '0.5'],
    ['12', '12000'],
    ['6.2005', '6200.5'],
    ['1.23456', '1234.56'],
  ])('%s t are %s kg', (tonnes, kilograms) => {
    const body = `BGM+85+R1+9'TDT+20+046S+1'LOC+9+CNQZH'LOC+11+SGSIN'CNI+1'RFF+BM:B1'GID+1'MEA+AAE+G+TNE:${tonnes}'`;
    expect(read(interchangeText(body, 'CUSCAR:D:00B:UN')).goods[0]?.grossMassKg).toBe(kilograms);
  });

  it('parties have the codes that other EDIFACT messages of the same parties give', () => {
    const parties = [
      "NAD+CA+HAIB:172'",
      "NAD+CZ+12345:160:16+CONSIGNOR'RFF+AHP:91500000MA5U'RFF+VA:TH1'",
      "NAD+CN+AEOCN5001230042:AEO'",
      "NAD+N1'CTA+IC+:TAN'COM+?+6591:AL'",
    ].join('');
    const report = `BGM+85+R1+9'TDT+20+046S+1'LOC+9+CNQZH'LOC+11+SGSIN'CNI+1'RFF+BM:B1'${parties}GID+1'`;
    expect(read(interchangeText(report, 'CUSCAR:D:00B:UN')).parties).toEqual([
      { role: 'seaCarrier', names: [], codes: [{ scheme: 'CARRIER', code: 'HAIB' }] },
      {
        role: 'consignor',
        names: [{ text: 'CONSIGNOR' }],
        codes: [
          { scheme: 'DUNS', code: '12345' },
          { scheme: 'TIN', code: '91500000MA5U' },
          { scheme: 'VAT', code: 'TH1' },
        ],
      },
      { role: 'consignee', names: [], codes: [{ scheme: 'AEO', code: 'AEOCN5001230042' }] },
      { role: 'notify', names: [], codes: [], contacts: [{ name: 'TAN', phone: '+6591' }] },
    ]);
  });
});
