import { buildCrosswalk } from '#crosswalk';
import type { DangerousGoods, Discrepancy, GoodsLine, OneDocument, TransportDocument } from '#domain';
import { bill, container, goods, held, waybill } from '../../../../libs/domain/src/testing/documents.js';
import { nextVersion, type KeptDocument, type RecordDraft } from '../join-documents/record-draft.js';

const crosswalk = buildCrosswalk();
const BOX = 'XQLU3054382';

/** The record of these documents, as the room makes it. */
const recordOf = (...contents: TransportDocument[]): OneDocument =>
  recordHolding(contents.map((content) => held(content)));

function recordHolding(documents: KeptDocument[]): OneDocument {
  const draft: RecordDraft = {
    id: 'r',
    version: 0,
    state: 'open',
    documents,
    evidence: [],
    candidates: [],
    mandates: [],
  };
  return nextVersion(draft, { kind: 'documentAdded' }, '2026-11-23T00:00:00.000Z', crosswalk).record;
}

const onRail = (more: Partial<DangerousGoods>): DangerousGoods => ({ unNumber: '1263', regulation: 'RID', ...more });
const atSea = (more: Partial<DangerousGoods>): DangerousGoods => ({ unNumber: '1263', regulation: 'IMDG', ...more });

const line = (name: string, dangerousGoods: DangerousGoods[] = [], more: Partial<GoodsLine> = {}): GoodsLine =>
  goods({ names: [{ text: name }], stowage: [{ containerNumber: BOX }], dangerousGoods, ...more });

/** One substance, declared on both sides. */
const declared = (rail: Partial<DangerousGoods>, sea: Partial<DangerousGoods>): OneDocument =>
  recordOf(waybill({ goods: [line('Goods', [onRail(rail)])] }), bill({ goods: [line('Goods', [atSea(sea)])] }));

const codesOf = ({ discrepancies }: OneDocument): string[] => discrepancies.map(({ code }) => code);
const the = (record: OneDocument, code: string): Discrepancy | undefined =>
  record.discrepancies.find((discrepancy) => discrepancy.code === code);

const PAINT = { packingGroup: 'III', hazardClass: '3', properShippingName: 'PAINT' } as const;

describe('dangerous goods in a record', () => {
  it('have both listings, with what the sea asks', () => {
    const record = declared(PAINT, PAINT);
    expect(record.discrepancies).toEqual([]);
    expect(record.goodsItems[0]?.dangerousGoods[0]).toMatchObject({
      railListing: { list: 'RID', hazardClass: '3', exceptedQuantity: 'E1', subsidiaryHazards: [] },
      seaListing: { list: 'IMDG', emergencySchedule: 'F-E,S-E', stowageCategory: 'A' },
    });
  });

  it('differ where one side names a hazard that the other does not', () => {
    const methanol = { unNumber: '1230', packingGroup: 'II', hazardClass: '3' } as const;
    const record = declared(methanol, { ...methanol, subsidiaryHazards: ['6.1'], marinePollutant: true });
    expect(codesOf(record)).toEqual(['DG_SUBSIDIARY_HAZARDS', 'DG_MARINE_POLLUTANT']);
    expect(the(record, 'DG_SUBSIDIARY_HAZARDS')).toMatchObject({ rail: null, sea: { value: '6.1' } });
  });

  it('differ where the lists do', () => {
    const record = declared({ unNumber: '1743', packingGroup: 'II' }, { unNumber: '1743', packingGroup: 'II' });
    expect(the(record, 'DG_LIST_LIMITED_QUANTITY')).toMatchObject({
      field: 'limitedQuantity',
      path: '/goodsItems/0/dangerousGoods/0',
      rail: { value: '1 L', sources: ['RID 2025'] },
      sea: { value: '500 mL', sources: ['IMDG 42-24'] },
      message: { zh: expect.stringContaining('限量'), en: expect.stringContaining('limited quantities') },
    });
    expect(
      codesOf(declared({ unNumber: '1753', packingGroup: 'II' }, { unNumber: '1753', packingGroup: 'II' })),
    ).toEqual(['DG_LIST_EXCEPTED_QUANTITY']);
    expect(codesOf(declared({ unNumber: '0248' }, { unNumber: '0248' }))).toEqual(['DG_LIST_SUBSIDIARY_HAZARDS']);
  });

  it('may not go by rail: said as soon as there is a rail leg', () => {
    const forbidden = atSea({ unNumber: '2455' });
    expect(codesOf(recordOf(bill({ goods: [line('Methyl nitrite', [forbidden])] })))).toEqual([]);
    expect(codesOf(declared({ unNumber: '2455' }, { unNumber: '2455' }))).toEqual(['DG_PROHIBITED_BY_RAIL']);
  });

  it('are listed on each side in the packing group that it declares', () => {
    const record = declared(PAINT, { ...PAINT, packingGroup: 'II' });
    expect(record.goodsItems[0]?.dangerousGoods[0]).toMatchObject({
      railListing: { packingGroup: 'III', exceptedQuantity: 'E1' },
      seaListing: { packingGroup: 'II', exceptedQuantity: 'E2' },
    });
    expect(codesOf(record)).toEqual(['DG_PACKING_GROUP']);
  });

  it('are listed under no condition that neither side states', () => {
    const record = declared({ unNumber: '1993', packingGroup: 'II' }, { unNumber: '1993', packingGroup: 'II' });
    expect(record.discrepancies).toEqual([]);
    expect(record.goodsItems[0]?.dangerousGoods[0]?.railListing?.properShippingName).toBe('FLAMMABLE LIQUID, N.O.S.');
  });

  it('are not given a row by guess', () => {
    const record = declared({ unNumber: '1950' }, { unNumber: '1950', properShippingName: 'AEROSOLS' });
    expect(the(record, 'DG_LISTING_AMBIGUOUS')).toMatchObject({
      rail: { value: expect.stringContaining('AEROSOLS, flammable, 2.1') },
      sea: null,
    });
    expect(record.goodsItems[0]?.dangerousGoods[0]).not.toHaveProperty('railListing');
    const told = declared({ unNumber: '1950' }, { unNumber: '1950', hazardClass: '2.1' });
    expect(told.goodsItems[0]?.dangerousGoods[0]?.railListing?.properShippingName).toBe('AEROSOLS, flammable');
  });
});

describe('traps', () => {
  it('a number that is on no list, said once for both sides', () => {
    const record = declared({ unNumber: '9999' }, { unNumber: '9999', properShippingName: 'ACETONE' });
    expect(codesOf(record)).toEqual(['DG_NUMBER_NOT_LISTED']);
    expect(record.discrepancies[0]).toMatchObject({
      rail: { value: 'UN 9999' },
      sea: { value: 'UN 9999' },
      other: [
        { value: 'none', sources: ['RID 2025'] },
        { value: 'UN 1090', sources: ['IMDG 42-24'] },
      ],
    });
  });

  it('a name that belongs to another number, with the document that says it', () => {
    const record = declared(PAINT, { ...PAINT, properShippingName: 'ACETONE' });
    const [rail, sea] = record.transportDocuments.map(({ documentId }) => documentId);
    expect(the(record, 'DG_NAME_OF_OTHER_NUMBER')).toMatchObject({
      path: '/goodsItems/0/dangerousGoods/0/declared',
      rail: { value: 'PAINT', sources: [rail] },
      sea: { value: 'ACETONE', sources: [sea] },
      other: [{ value: 'UN 1090', sources: ['IMDG 42-24'] }],
    });
  });

  it('a packing group missing on one document', () => {
    const record = declared({ hazardClass: '3' }, PAINT);
    expect(the(record, 'DG_PACKING_GROUP_MISSING')).toMatchObject({
      field: 'packingGroup',
      rail: null,
      sea: { value: 'III' },
      other: [{ value: 'I, II, III', sources: ['RID 2025'] }],
    });
    expect(codesOf(declared({}, {}))).toEqual(['DG_PACKING_GROUP_MISSING']);
  });

  it.each([
    [{ ...PAINT, hazardClass: '8' }, 'DG_CLASS_NOT_LISTED'],
    [{ unNumber: '1090', packingGroup: 'III' }, 'DG_PACKING_GROUP_NOT_LISTED'],
    [{ ...PAINT, emergencySchedule: 'F-A,S-A' }, 'DG_EMS_NOT_LISTED'],
  ] as const)('%j: %s', (sea, code) =>
    expect(codesOf(recordOf(bill({ goods: [line('Goods', [atSea(sea)])] })))).toContain(code),
  );

  it('a China rail number of another class, unless the waybill was told already', () => {
    const of = (more: Partial<DangerousGoods>) =>
      codesOf(
        recordOf(
          waybill({
            goods: [
              line('涂料', [onRail({ packingGroup: 'III', regulation: 'CN-RAIL', chinaRailNumber: '61074', ...more })]),
            ],
          }),
        ),
      );
    expect(of({})).toEqual(['DG_CHINA_RAIL_NUMBER']);
    expect(of({ hazardClass: '3' })).toEqual([]);
    expect(of({ chinaRailNumber: '32198' })).toEqual([]);
  });

  it('every finding of these says what to do, in both languages', () => {
    const record = declared({ unNumber: '1263' }, { ...PAINT, hazardClass: '8', properShippingName: 'ACETONE' });
    const mine = record.discrepancies.filter(({ code }) => /_(NOT_LISTED|MISSING|NUMBER)$/.test(code));
    expect(mine.length).toBeGreaterThan(2);
    for (const { message } of mine) {
      expect(message?.zh).toMatch(/请/);
      expect(message?.en).toMatch(/\. \w/);
    }
  });
});

describe('substances in one container', () => {
  const acid = line('Sulphuric acid', [atSea({ unNumber: '1830', packingGroup: 'II' })]);
  const paint = line('Paint', [atSea(PAINT)], { sequence: '2' });
  const nitrate = line('Ammonium nitrate', [atSea({ unNumber: '1942', packingGroup: 'III' })], { sequence: '3' });

  it('that the IMDG Code keeps apart are named, with the rule and the container', () => {
    const record = recordOf(bill({ goods: [acid, paint, nitrate] }));
    const found = record.discrepancies.filter(({ code }) => code === 'DG_SEGREGATION');
    expect(found.map(({ other }) => other?.map(({ value }) => value))).toEqual([
      ['UN 1830 (1)', 'UN 1942 (3)'],
      ['UN 1263 PAINT (2)', 'UN 1942 (3)'],
    ]);
    expect(found[1]).toMatchObject({
      field: 'dangerousGoods',
      path: '/equipment/0',
      rail: null,
      sea: { value: 'separated from (7.2.4)', sources: ['IMDG 42-24'] },
      message: {
        zh: expect.stringContaining('不得装于同一集装箱'),
        en: expect.stringContaining('not in one container'),
      },
      rule: 'IMDG 42-24: 7.2.4',
    });
  });

  it('that other records’ goods are beside them are named too', () => {
    const all = [line('Paint', [onRail(PAINT)]), line('AN', [onRail({ unNumber: '1942', packingGroup: 'III' })])];
    const note = { ...held(waybill({ goods: all })), alsoIn: ['other'] };
    const found = the(recordHolding([note, held(bill({ goods: [paint] }))]), 'DG_SEGREGATION');
    expect(found?.other?.map(({ value }) => value)).toEqual([
      'UN 1263 PAINT (1)',
      'UN 1942 (他单货物 of other records)',
    ]);
  });

  it('that stand well together, or in limited quantities, or on rail only, are not', () => {
    expect(codesOf(recordOf(bill({ goods: [acid, paint] })))).toEqual([]);
    const limited = line('Paint', [atSea({ ...PAINT, limitedQuantity: true })], { sequence: '2' });
    expect(codesOf(recordOf(bill({ goods: [limited, nitrate] }))).filter((code) => code === 'DG_SEGREGATION')).toEqual(
      [],
    );
    const rail = waybill({
      goods: [line('Paint', [onRail(PAINT)]), line('AN', [onRail({ unNumber: '1942', packingGroup: 'III' })])],
    });
    expect(codesOf(recordOf(rail))).toEqual([]);
  });

  it('in two containers are not', () => {
    const elsewhere = { ...nitrate, stowage: [{ containerNumber: 'TCLU1234560' }] };
    const containers = [container(BOX), container('TCLU1234560')];
    expect(codesOf(recordOf(bill({ containers, goods: [paint, elsewhere] })))).toEqual([]);
    const unsaid = recordOf(bill({ containers, goods: [paint, { ...nitrate, stowage: [] }] }));
    expect(the(unsaid, 'DG_SEGREGATION_NOT_JUDGED')).toMatchObject({ field: 'containers', path: '/goodsItems/1' });
  });

  it('only away from each other need an approval', () => {
    const gas = line('Hydrogen', [atSea({ unNumber: '1049' })]);
    const solid = line('Naphthalene', [atSea({ unNumber: '1334', packingGroup: 'III' })], { sequence: '2' });
    expect(codesOf(recordOf(bill({ goods: [gas, solid] })))).toEqual(['DG_SEGREGATION_AWAY_FROM']);
  });

  it('that are not judged are said, with what would decide', () => {
    const record = recordOf(
      bill({
        goods: [
          line('Fireworks', [atSea({ unNumber: '0336' })]),
          line('Cartridges', [atSea({ unNumber: '0012' })], { sequence: '2' }),
          line('Rice', [], { sequence: '3' }),
        ],
      }),
    );
    expect(the(record, 'DG_SEGREGATION_NOT_JUDGED')).toMatchObject({
      path: '/equipment/0',
      sea: { value: '7.2.7' },
      message: { en: expect.stringContaining('compatibility group'), zh: expect.stringContaining('7.2.7') },
    });
  });
});

describe('goods named as dangerous goods are, without a UN number', () => {
  it('are suspected, with the numbers that the name suggests', () => {
    const record = recordOf(waybill({ goods: [line('丙酮')] }), bill({ goods: [line('ACETONE, 160 KG DRUMS')] }));
    expect(record.discrepancies).toMatchObject([
      {
        code: 'DG_NOT_DECLARED',
        field: 'dangerousGoods',
        path: '/goodsItems/0',
        rail: { value: '丙酮', sources: [record.transportDocuments[0]?.documentId] },
        sea: { value: 'ACETONE, 160 KG DRUMS', sources: [record.transportDocuments[1]?.documentId] },
        other: [{ value: 'UN 1090' }],
      },
    ]);
  });

  it('that may be dangerous or not, it says so', () => {
    const record = recordOf(waybill({ goods: [line('电池')] }));
    expect(the(record, 'DG_NOT_DECLARED')?.message?.en).toContain('may be dangerous');
  });

  it('are not suspected when they are declared, or named as harmless on one side', () => {
    expect(codesOf(recordOf(bill({ goods: [line('Paint', [atSea(PAINT)])] })))).toEqual([]);
    expect(
      codesOf(recordOf(waybill({ goods: [line('油漆')] }), bill({ goods: [line('Acrylic paint, water based')] }))),
    ).toEqual([]);
    expect(codesOf(recordOf(bill({ goods: [line('PORCELAIN TABLEWARE')] })))).toEqual([]);
  });
});
