import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { catalogue } from '../../catalogue.js';
import { readDocument } from '../../read-document.js';
import { describeFormat } from '../../testing/format-suite.js';
import { uncefactBillOfLading } from './index.js';
import type { TransportEquipment } from '../../uncefact/building-blocks.types.js';
import type { BillConsignment, BillItem, BillOfLading, ExchangedDocument } from './tree.types.js';

const folder = new URL('./', import.meta.url);

describeFormat(uncefactBillOfLading, folder);

type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;

type Change = (header: Writable<ExchangedDocument>, consignment: Writable<BillConsignment>) => void;

/** The house bill of rice, or another sample, with something changed. */
function readChanged(change: Change, name = 'rice-house-bill.replacement') {
  const sample = readFileSync(new URL(`samples/valid/${name}.bl.json`, folder), 'utf8');
  const bill = JSON.parse(sample) as Writable<BillOfLading>;
  change(bill.exchangedDocument!, bill.specifiedConsignment![0]!);
  const { format, findings, document } = readDocument(Buffer.from(JSON.stringify(bill)), catalogue);
  return { format, codes: findings.map(({ code }) => code), findings, document };
}

describe('detection among all formats', () => {
  it('knows a bill by its document type, or without one by its loading', () => {
    expect(readChanged((header) => delete header.typeCode)).toMatchObject({ format: 'unece-bl-d23b', codes: [] });
    expect(readChanged((header) => (header.typeCode!.content = '705'))).toMatchObject({
      format: 'unece-bl-d23b',
      codes: ['SCHEMA.CODE'],
    });
    expect(readChanged((header) => (header.typeCode!.content = '730')).codes).toEqual(['DOCUMENT.UNKNOWN_FORMAT']);
  });

  it('does not guess when a document without a type is loaded on a ship and moves by rail', () => {
    const { codes, document } = readChanged((header, consignment) => {
      delete header.typeCode;
      Object.assign(consignment, { specifiedLogisticsTransportMovement: [{ modeCode: { content: '2' } }] });
    });
    expect(codes).toEqual(['DOCUMENT.AMBIGUOUS_FORMAT']);
    expect(document).toBeUndefined();
  });
});

describe('house and master bills', () => {
  const readAs = (code: unknown, named?: string) =>
    readChanged((header, consignment) => {
      Object.assign(header, code === undefined ? {} : { 'x-typeCode': code });
      consignment.transportContractReferencedDocument = {
        typeCode: { content: '706' },
        id: [{ content: 'MBL-1' }],
        ...(named !== undefined && { 'x-typeCode': { content: named } }),
      };
    });

  it.each([
    [{ content: '714' }, '704', { billLevel: 'house', masterBill: 'MBL-1' }],
    [{ content: '714' }, undefined, { billLevel: 'house' }],
    [undefined, '704', { billLevel: 'house', masterBill: 'MBL-1' }],
    [{ content: '704' }, undefined, { billLevel: 'master' }],
  ])('are said beside the form’s 706: %j, naming a %j', (code, named, expected) => {
    const { codes, document } = readAs(code, named);
    expect([codes, document]).toMatchObject([[], expected]);
    expect(document?.references).toContainEqual({ type: 'transportDocument', value: 'MBL-1' });
  });

  it.each(['714', { content: '705' }, { content: 714 }])('%j is told, not guessed', (code) => {
    const { codes, document } = readAs(code);
    expect([codes, document?.billLevel]).toEqual([['UNECE_BL.BILL_TYPE'], undefined]);
  });
});

describe('purposes', () => {
  it.each([
    ['1', 'cancellation'],
    ['3', 'cancellation'],
    ['4', 'replacement'],
    ['5', 'replacement'],
    ['7', 'original'],
    ['9', 'original'],
    ['31', 'original'],
    ['42', 'original'],
  ])('%s is a %s', (content, purpose) => {
    expect(readChanged((header) => (header.purposeCode = [{ content }])).document?.purpose).toBe(purpose);
  });
});

describe('parties', () => {
  it('an issuer beside the carrier is a party of its own, whatever its role', () => {
    const { document } = readChanged((_, consignment) => (consignment.carrier = { name: [{ content: 'GULF LINES' }] }));
    expect(document?.parties.slice(2).map(({ role, names }) => [role, names[0]?.text])).toEqual([
      ['seaCarrier', 'GULF LINES'],
      ['other', 'NANYANG LANTERN CONTAINER LINE'],
    ]);
  });

  it('tax numbers are of the scheme or the tax they name', () => {
    const { document } = readChanged(
      (_, { consignor }) =>
        (consignor!.specifiedTaxRegistration = [
          { id: { content: '1', schemeId: 'USCC' } },
          { id: { content: '2' }, associatedRegisteredTax: { typeCode: { content: 'VAT' } } },
          { id: { content: '3' } },
          { associatedRegisteredTax: { typeCode: { content: 'VAT' } } },
        ]),
    );
    expect(document?.parties[0]?.codes).toEqual([
      { scheme: 'USCC', code: '1' },
      { scheme: 'VAT', code: '2' },
      { scheme: 'TIN', code: '3' },
    ]);
  });
});

describe('goods', () => {
  it.each([
    ['HS CODE 100630', ['100630']],
    ['hs codes: 1006.30', ['100630']],
    ['HS 10063020', ['10063020']],
    ['HS CODE', []],
    ['HS CODE AS INVOICED', []],
    ['HIGHEST GRADE', []],
  ])('information that reads %j gives %j', (content, hsCodes) => {
    const { document } = readChanged(
      (_, consignment) => (consignment.includedConsignmentItem![0]!.information = [{ content }]),
    );
    expect(document?.goods[0]?.hsCodes).toEqual(hsCodes);
  });

  it.each([
    ['1.50', 'MTQ', '1.50'],
    ['1500', 'LTR', '1.500'],
    ['2500000', 'CMQ', '2.500000'],
    ['10', 'FTQ', '0.28316846592'],
  ] as const)('%s %s is %s m³', (content, unitCode, expected) => {
    const { document } = readChanged(
      (_, consignment) => (consignment.includedConsignmentItem![0]!.grossVolume = [{ content, unitCode }]),
    );
    expect(document?.goods[0]?.volumeM3).toBe(expected);
  });
});

describe('amounts below zero', () => {
  const ITEM = '/specifiedConsignment/0/includedConsignmentItem/0';
  const CONTAINER = '/specifiedConsignment/0/utilizedLogisticsTransportEquipment/0';

  it.each<[string, string, (item: Writable<BillItem>, consignment: Writable<BillConsignment>) => unknown]>([
    ['MASS', `${ITEM}/grossWeight/0/content`, (item) => (item.grossWeight![0]!.content = '-1')],
    ['VOLUME', `${ITEM}/grossVolume/0/content`, (item) => (item.grossVolume = [{ content: '-12.4', unitCode: 'FTQ' }])],
    [
      'COUNT',
      `${ITEM}/transportLogisticsPackage/0/itemQuantity/content`,
      (item) => (item.transportLogisticsPackage![0]!.itemQuantity = { content: '-3' }),
    ],
    [
      'MASS',
      `${CONTAINER}/tareWeight/content`,
      (_, { utilizedLogisticsTransportEquipment: [first] = [] }) =>
        (first!.tareWeight = { content: '-2.23', unitCode: 'TNE' }),
    ],
    [
      'MASS',
      `${CONTAINER}/grossWeight/content`,
      (_, { utilizedLogisticsTransportEquipment: [first] = [] }) =>
        (first!.grossWeight = { content: '-1', unitCode: 'KGM' }),
    ],
    [
      'COUNT',
      '/specifiedConsignment/0/packageQuantity/content',
      (_, consignment) => (consignment.packageQuantity = { content: '-3' }),
    ],
    [
      'COUNT',
      '/specifiedConsignment/0/transportEquipmentQuantity/0/content',
      (_, consignment) => (consignment.transportEquipmentQuantity = [{ content: '-1' }]),
    ],
  ])('a %s is an error at %s', (what, path, change) => {
    const { document, findings } = readChanged((_, consignment) =>
      change(consignment.includedConsignmentItem![0]!, consignment),
    );
    expect(document).toBeUndefined();
    expect(findings).toContainEqual(expect.objectContaining({ code: `UNECE_BL.NEGATIVE_${what}`, path }));
  });
});

describe('reefers', () => {
  type Equipment = Writable<TransportEquipment>;
  const cold = (change: (equipment: Equipment, item: Writable<BillItem>) => void) => {
    const { codes, document } = readChanged(
      (_, consignment) =>
        change(consignment.utilizedLogisticsTransportEquipment![0]!, consignment.includedConsignmentItem![0]!),
      'qinzhou-singapore-medicine',
    );
    return { codes, settings: document?.containers[0]?.reeferSettings };
  };

  it('in units that are not cubic metres are told', () => {
    expect(cold((equipment) => (equipment.airFlow!.unitCode = 'E93')).codes).toEqual(['UNECE_BL.REEFER_UNIT']);
    expect(cold((equipment) => (equipment.airFlow!.unitCode = 'G51')).codes).toEqual([]);
  });

  it('keep their own settings where the goods want others, and both are told', () => {
    const { codes, settings } = cold((equipment) => {
      equipment.settingTransportSettingTemperature![0]!.value!.content = '-18';
    });
    expect(codes).toEqual(['UNECE_BL.REEFER_SETTING']);
    expect(settings).toEqual({
      setPoint: { value: '-18', unit: 'CEL' },
      humidityPercent: '50',
      airExchangeM3PerHour: '18',
    });
  });

  it('with two set points for the way have none', () => {
    const { codes, settings } = cold((equipment) => {
      delete equipment.settingTransportSettingTemperature![1]!.typeCode;
    });
    expect(codes).toEqual(Array.from({ length: 5 }, () => 'UNECE_BL.REEFER_SETTING'));
    expect(settings).toBeUndefined();
  });

  it('have the range of the goods in them, if it is one', () => {
    const range = cold((_, item) => {
      item.handlingInstructions![0]!.applicableTransportSettingTemperature![0]!.minimumValue!.content = '9';
    });
    expect(range.codes).toEqual(['UNECE_BL.TEMPERATURE_RANGE', 'UNECE_BL.REEFER_SETTING']);
    const elsewhere = cold((_, item) => delete item.associatedReferencedLogisticsTransportEquipment);
    expect(elsewhere.codes).toEqual(['UNECE_BL.REEFER_SETTING']);
    expect(elsewhere.settings).not.toHaveProperty('minimum');
  });
});

/** A shipment with the record it should lead to, in a folder `shared` beside the repository. */
const shared = fileURLToPath(new URL('../../../../../../shared/samples/03-almaty-haiphong-wheat-flour/', folder));
const hasShared = existsSync(shared);
if (!hasShared) console.info(`The shared shipment is not at ${shared}: the comparison with its record is skipped.`);

(hasShared ? it : it.skip)('the shared shipment, as far as the bill speaks', () => {
  const { findings, document } = readDocument(readFileSync(`${shared}sea.uncefact.json`), catalogue);
  const expected = JSON.parse(readFileSync(`${shared}expected.json`, 'utf8')) as {
    containers: { number: string; sizeType: string; tareKg: string; seals: string[] }[];
  };
  expect(findings).toEqual([]);
  expect(document).toMatchObject({
    number: 'JXZLYG25041901',
    references: [{ type: 'booking', value: 'NLC7750310' }],
    legs: [{ from: { unLocode: 'CNLYG' }, to: { unLocode: 'VNHPH' }, vessel: 'LANTERN OF PENGLAI', voyage: '118S' }],
    goods: [{ hsCodes: ['110100'], packages: '860', packageType: 'BG', grossMassKg: '43344.000' }],
    totals: { packages: '860', grossMassKg: '43344.000', containers: '2' },
  });
  expect(document?.legs[0]?.departsAt?.slice(0, 10)).toBe('2025-04-19');
  expect(document?.legs[0]?.arrivesAt?.slice(0, 10)).toBe('2025-04-26');
  expect(
    document?.containers.map(({ number, sizeType, tareKg, seals }) => ({ number, sizeType, tareKg, seals })),
  ).toEqual(expected.containers.map(({ number, sizeType, tareKg, seals }) => ({ number, sizeType, tareKg, seals })));
  expect(document?.parties.map(({ role }) => role)).toEqual(['consignor', 'consignee', 'notify', 'seaCarrier']);
});
