import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { parse } from 'yaml';
import {
  sumOf,
  type DangerousGoods,
  type GoodsLine,
  type Party,
  type ReeferSettings,
  type Stowage,
  type TransportDocument,
} from '#domain';
import { catalogue } from '../../catalogue.js';
import { given } from '../../mapping/given.js';
import { readDocument } from '../../read-document.js';
import { recordOf } from '../../testing/record-of.js';
import { told, writeAndRead } from '../../testing/write-and-read.js';
import { encode } from './encode.js';

/** DCSA's own description, beside the repository; without it documents are held against the schema shipped here, which `encode` does itself. */
const EBL = '/work/shared/reference/dcsa/EBL_v3.0.4.yaml';
const official = existsSync(EBL) ? officialCheck() : undefined;
const withOfficial = official ? it : it.skip;

function officialCheck(): (tree: unknown) => boolean {
  const { components } = parse(readFileSync(EBL, 'utf8'), asOf2020) as { components: object };
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  return ajv.compile({ $id: 'urn:dcsa:ebl', components, $ref: '#/components/schemas/TransportDocument' });
}

/** OpenAPI 3.0 says of a bound whether it is exclusive; JSON Schema 2020-12 has it as a bound of its own. */
function asOf2020(_: unknown, node: unknown): unknown {
  if (typeof node !== 'object' || node === null || !('exclusiveMinimum' in node) || !('minimum' in node)) return node;
  const { minimum, exclusiveMinimum, ...rest } = node;
  return exclusiveMinimum === true ? { ...rest, exclusiveMinimum: minimum } : { ...rest, minimum };
}

const sample = (name: string): TransportDocument =>
  readDocument(readFileSync(new URL(`samples/valid/${name}.dcsa.json`, import.meta.url)), catalogue).document!;

const written = (...documents: TransportDocument[]) => writeAndRead(recordOf(...documents), encode, official);
const codes = (document: TransportDocument) => encode(recordOf(document)).findings.map(({ code }) => code);

describe('the transport document of a record', () => {
  const document = sample('qinzhou-singapore-paint');

  withOfficial('is valid by EBL 3.0.4 (skipped where the standard is not at hand)', () => {
    expect(written(document).valid).toBe(true);
    expect(official!({ transportDocumentReference: '1' })).toBe(false);
  });

  it('is what the bill said that the record was made of', () => {
    const { format, document: again } = written(document);
    expect(format).toBe('dcsa-ebl-3.0');
    const { goods, legs, number } = told(again!) as TransportDocument;
    expect({ goods, legs, number }).toEqual({
      goods: document.goods.map(({ packageText: _, path: __, ...line }) => line),
      legs: (told(document) as TransportDocument).legs,
      number: document.number,
    });
  });

  it('says what the standard requires and no record holds, and what it has no place for', () => {
    const { lost } = written({
      ...document,
      references: [...document.references, { type: 'throughDocument', value: 'T1' }],
    });
    expect(lost).toContain('/transportDocuments/0');
    expect(lost).toContain(`/references/${document.references.length}`);
  });

  it('has no range of temperatures', () => {
    const reeferSettings: ReeferSettings = { maximum: { value: '8', unit: 'CEL' } };
    const { containers } = document;
    const { lost } = written({ ...document, containers: containers.map((one) => ({ ...one, reeferSettings })) });
    expect(lost).toContain('/equipment/0/reeferSettings');
  });

  it('keeps the digits of a number', () => {
    const goods = [withMass(document.goods[0]!, '20000.000000000000000010')];
    const { bytes } = encode(recordOf({ ...document, goods }));
    expect(bytes!.toString()).toContain('{"value":20000.000000000000000010,"unit":"KGM"}');
  });

  it('is a sea waybill where that is what the record rests on', () => {
    const waybill = written({ ...document, kind: 'seaWaybill' });
    expect([waybill.document?.kind, waybill.valid]).toEqual(['seaWaybill', true]);
  });

  it('is written to order for a bill that names nobody', () => {
    const { bytes } = encode(recordOf(sample('to-order-without-consignee')));
    const tree = JSON.parse(bytes!.toString()) as { isToOrder: boolean; documentParties: object };
    expect([tree.isToOrder, 'consignee' in tree.documentParties]).toEqual([true, false]);
  });

  it('has goods in several containers, each part in its own, where the record knows the split', () => {
    const engines = sample('qinzhou-singapore-engines');
    const { document: again, valid } = written(engines);
    expect(valid).toBe(true);
    expect(again?.goods.map(({ stowage }) => stowage)).toEqual(engines.goods.map(({ stowage }) => stowage));
  });

  it('says of which containers the split is not known', () => {
    const [first] = document.goods as [GoodsLine];
    const asked = (goods: Partial<GoodsLine>) =>
      encode(recordOf({ ...document, goods: [{ ...first, ...goods }] })).findings.map(({ path, message }) => [
        path,
        message.en.replace(/.*no document says (.*?)\. .*/, '$1'),
      ]);
    const [whole] = first.stowage as [Stowage];
    const other = { containerNumber: 'YDAU2004180' };
    expect(asked({ stowage: [whole, other] })).toEqual([
      ['/goodsItems/0/perContainer', 'how many packages are in YDAU2004180'],
      ['/goodsItems/0/perContainer', 'the gross mass in YDAU2004180'],
    ]);
    const [substance] = first.dangerousGoods as [DangerousGoods];
    expect(
      asked({
        stowage: [whole, { ...whole, ...other }],
        dangerousGoods: [substance, { ...substance, unNumber: '1993' }],
      }),
    ).toEqual([['/goodsItems/0/perContainer', 'which dangerous substance is in YDAU2005308, YDAU2004180']]);
  });

  it('is not written where the standard wants to know what the record does not say', () => {
    const stowage = [...document.goods[0]!.stowage, { containerNumber: 'YDAU2004180' }];
    const apart = (goods: Partial<GoodsLine>) => ({ ...document, goods: [{ ...document.goods[0]!, ...goods }] });
    expect(codes({ ...document, kind: 'railWaybill' })).toEqual(['RECORD.NO_DOCUMENT']);
    expect(codes(apart({ stowage }))).toContain('DCSA.RECORD_LACKS');
    expect(codes(apart({ hsCodes: [] }))).toContain('DCSA.RECORD_LACKS');
    expect(codes({ ...document, parties: [] })).toContain('DCSA.RECORD_LACKS');
    expect(codes({ ...document, legs: [] })).toContain('DCSA.RECORD_LACKS');
  });
});

function withMass(line: GoodsLine, grossMassKg: string): GoodsLine {
  return { ...line, grossMassKg, stowage: line.stowage.map((stowage) => ({ ...stowage, grossMassKg })) };
}

const word = fc.oneof(
  fc.constantFrom('摩托车发动机', 'Мука', 'ข้าวหอมมะลิ', 'é', '🚂👩‍🔧', '𠀀𠮷', '1.10', '007', '"\\/'),
  fc.stringMatching(/^[!-~]{1,12}$/),
);
const text = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .map((words) => words.join(' ').slice(0, 30).trim())
  .filter((each) => each.isWellFormed());
const code = fc.stringMatching(/^0{0,4}[0-9A-Z]{1,10}$/);
const positive = fc.stringMatching(/^[1-9]\d{0,14}(\.\d{1,14})?$/);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** As the standard has them: the references of tax offices last. */
const SCHEMES = ['PARTY', 'LEI', 'GLN', 'AEO'];

const party = (role: Party['role'], first: Party['codes'] = []): fc.Arbitrary<Party> =>
  fc
    .record({
      name: text,
      ids: fc.uniqueArray(fc.constantFrom(...SCHEMES), { maxLength: 4 }),
      id: code,
      street: text,
      city: text,
      contact: maybe(text),
    })
    .map(({ name, ids, id, street, city, contact }) => ({
      role,
      names: [{ text: name }],
      codes: [...first, ...SCHEMES.filter((each) => ids.includes(each)).map((scheme) => ({ scheme, code: id }))],
      address: { lines: [street], city, countryCode: 'CN' },
      ...given({ contacts: contact === undefined ? undefined : [{ name: contact, phone: '+86 23 0000' }] }),
    }));

const CONTAINERS = ['YDAU2004174', 'YDAU2004180'];

const part: fc.Arbitrary<Stowage> = fc
  .record({
    containerNumber: fc.constantFrom(...CONTAINERS),
    packages: fc.stringMatching(/^[1-9]\d{0,6}$/),
    grossMassKg: positive,
    netMassKg: maybe(positive),
    volumeM3: maybe(positive),
  })
  .map(given);

/** As the standard has it: the sums of what is in the containers, where each is counted. */
const wholeOf = (parts: readonly Stowage[]) => ({
  packages: sumOf(parts.map(({ packages }) => packages)),
  grossMassKg: sumOf(parts.map(({ grossMassKg }) => grossMassKg)),
  netMassKg: sumOf(parts.map(({ netMassKg }) => netMassKg)),
  volumeM3: sumOf(parts.map(({ volumeM3 }) => volumeM3)),
});

const goods = (index: number): fc.Arbitrary<GoodsLine> =>
  fc
    .record({
      name: text,
      parts: fc.uniqueArray(part, { minLength: 1, maxLength: 2, selector: ({ containerNumber }) => containerNumber }),
      packageType: maybe(fc.constantFrom('CT', 'PK', '4G')),
      marks: maybe(fc.uniqueArray(text, { minLength: 1, maxLength: 3 })),
      isPaint: fc.boolean(),
      flashpointCelsius: maybe(fc.constantFrom('-18', '23.50')),
    })
    .map(({ name, parts, isPaint, flashpointCelsius, ...more }) => ({
      sequence: String(index + 1),
      names: [{ text: `${index} ${name}` }],
      railCodes: [{ scheme: 'GNG', code: '84073200' }],
      hsCodes: ['840732'],
      ...given({ ...more, ...wholeOf(parts) }),
      stowage: parts,
      dangerousGoods: isPaint
        ? [
            {
              unNumber: '1263',
              properShippingName: 'PAINT',
              hazardClass: '3',
              packingGroup: 'II',
              regulation: 'IMDG',
              ...given({ flashpointCelsius }),
            },
          ]
        : [],
      path: '',
    }));

const settings: fc.Arbitrary<ReeferSettings> = fc.oneof(
  fc.constant({ nonOperating: true as const }),
  fc
    .record(
      {
        setPoint: fc.record({
          value: fc.stringMatching(/^-?(0|[1-9]\d{0,14})(\.\d{1,14})?$/),
          unit: fc.constantFrom('CEL' as const, 'FAH' as const),
        }),
        humidityPercent: fc.stringMatching(/^[1-9]?\d(\.\d{1,14})?$/),
        airExchangeM3PerHour: positive,
      },
      { requiredKeys: [] },
    )
    .filter((one) => Object.keys(one).length > 0),
);

const anyBill: fc.Arbitrary<TransportDocument> = fc
  .record({
    kind: fc.constantFrom('billOfLading' as const, 'seaWaybill' as const),
    number: code,
    version: maybe(fc.stringMatching(/^[1-9]\d{0,9}$/)),
    issuedAt: maybe(fc.constant('2026-11-12')),
    references: fc.tuple(code, code).map(([booking, contract]) => [
      { type: 'booking' as const, value: booking },
      { type: 'contract' as const, value: contract },
    ]),
    parties: fc.tuple(
      party('consignor'),
      party('consignee'),
      party('notify'),
      party('seaCarrier', [{ scheme: 'SMDG', code: 'YDL' }]),
      party('forwarder'),
    ),
    goods: fc
      .integer({ min: 1, max: 3 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => goods(index)))),
    seals: fc.uniqueArray(code, { maxLength: 2 }),
    reeferSettings: maybe(settings),
    vessel: text,
  })
  .map(({ seals, reeferSettings, vessel, version, issuedAt, ...parts }) => ({
    ...parts,
    ...given({ version, issuedAt }),
    mode: 'sea',
    purpose: 'original',
    containers: CONTAINERS.map((number) => ({
      number,
      checkDigitValid: true,
      sizeType: '45G1',
      tareKg: '3900.50',
      seals,
      ...given({ reeferSettings }),
      path: '',
    })),
    wagons: [],
    legs: [
      {
        mode: 'sea',
        from: { unLocode: 'CNQZH', names: [{ text: 'Qinzhou' }], countryCode: 'CN' },
        to: { unLocode: 'SGSIN', names: [] },
        departsAt: '2026-11-13',
        departure: 'planned',
        arrivesAt: '2026-11-20',
        arrival: 'planned',
        vessel,
        voyage: '045S',
        path: '',
      },
    ],
    totals: {
      packages: sumOf(parts.goods.map(({ packages }) => packages))!,
      grossMassKg: sumOf(parts.goods.map(({ grossMassKg }) => grossMassKg))!,
      containers: '2',
    },
  }));

it('whatever the standard can carry comes back as it was, and is valid by it', () => {
  fc.assert(
    fc.property(anyBill, (document) => {
      const { format, valid, document: again, lost } = written(document);
      expect({ format, valid, lost }).toEqual({ format: 'dcsa-ebl-3.0', valid: true, lost: ['/transportDocuments/0'] });
      const { totals, ...rest } = told(again!) as TransportDocument;
      expect({ ...rest, totals: { ...totals, containers: '2' } }).toEqual(told(document));
    }),
    { numRuns: 1000 },
  );
}, 600_000);
