import { readFileSync } from 'node:fs';
import { checkEvent, projectRoot, topics } from '#contracts';
import type { OneDocument, PartyAeo } from '#domain';
import { flourInTransit } from '../testing/flour-in-transit.js';
import {
  bill,
  BILL,
  billOfEngines,
  consignee,
  consignor,
  railLeg,
  RECORD,
  seaLeg,
  shipmentA,
  WAYBILL,
  waybill,
  withItem,
} from '../testing/shipment-a.js';
import { buildDeclaration, documentIdsOf, documentsOfGoods, type DeclarationHead } from './build-declaration.js';
import { declaredQuantity } from './declared-goods.js';
import { refuseUnlessComplete } from './refusals.js';

const head: DeclarationHead = {
  declarationId: '01a00000-0000-7000-8000-0000000000d1',
  type: 'export',
  mode: 'advance',
  declarant: 'FWD-YUXIN',
  preparedAt: '2026-11-12T02:00:02.000Z',
  aeoAsOf: '2026-11-12',
  customsOffice: '8001',
};

const certified: PartyAeo = {
  aeoCode: 'AEOSG198801234D01',
  status: 'certified',
  grade: 'STP-Plus',
  country: 'SG',
  validFrom: '2025-07-01',
};

const build = (record: OneDocument) =>
  buildDeclaration(record, (party) => (party === consignee ? certified : undefined), head);

/** The published schema checks it as part of the event it travels in. */
const fitsSchema = (declaration: object) => () =>
  checkEvent(topics.declarationLodged, {
    declarationId: head.declarationId,
    oneDocumentId: RECORD,
    oneDocumentVersion: 2,
    type: 'export',
    mode: 'advance',
    status: 'lodged',
    declarant: head.declarant,
    by: head.declarant,
    at: head.preparedAt,
    reasons: [],
    declaration,
  });

describe('a declaration', () => {
  it('of shipment A is the published example', () => {
    const example: unknown = JSON.parse(
      readFileSync(new URL('schemas/declaration/v1/examples/export-rail-sea.json', projectRoot), 'utf8'),
    );
    expect(JSON.parse(JSON.stringify(build(shipmentA)))).toEqual(example);
  });

  it('of goods in transit says how they enter and how they leave, and counts by the document of the entry', () => {
    const transit = buildDeclaration(flourInTransit, () => undefined, {
      ...head,
      declarationId: '01a00000-0000-7000-8000-0000000000d2',
      type: 'transit',
      customsOffice: '9401',
    });
    const example: unknown = JSON.parse(
      readFileSync(new URL('schemas/declaration/v1/examples/transit-rail-sea.json', projectRoot), 'utf8'),
    );
    expect(JSON.parse(JSON.stringify(transit))).toEqual(example);
    expect(transit).toMatchObject({
      borderCrossing: { legSequence: 1, mode: 'rail', placeOfLoading: { unLocode: 'KZALA' } },
      exitCrossing: { legSequence: 2, mode: 'sea', placeOfDischarge: { unLocode: 'VNHPH' } },
      transportDocuments: [{ crossesBorder: true }, { crossesBorder: false, crossesExit: true }],
      totals: { grossMassKg: { declared: '21672.000', basis: 'borderDocument' } },
    });
    expect(fitsSchema(transit)).not.toThrow();
    const { exitCrossing, ...without } = transit;
    expect(fitsSchema(without)).toThrow();
    expect(fitsSchema({ ...transit, exitCrossing: { ...exitCrossing, meansOfTransport: {} } })).not.toThrow();
    expect(fitsSchema({ ...build(shipmentA), exitCrossing })).toThrow();
  });

  it('fits the published schema', () => {
    expect(fitsSchema(build(shipmentA))).not.toThrow();
    const { goodsItems: _goods, ...without } = build(shipmentA);
    expect(fitsSchema(without)).toThrow();
  });

  it('keeps the tables and the resolution that each name rests on', () => {
    const railNaming = { source: 'table', certainty: 'exact', decision: 'matched', tables: 'GNG 2026' } as const;
    const customsNaming = {
      source: 'resolution',
      certainty: 'exact',
      basis: 'resolution 01a00000-0000-7000-8000-0000000000e1',
      decision: 'matched',
      resolution: { id: '01a00000-0000-7000-8000-0000000000e1', version: 2 },
      tables: 'HS 2022',
    } as const;
    const declaration = build(withItem(0, { railNaming, customsNaming }));
    expect(declaration.goodsItems[0]).toMatchObject({ railNaming, customsNaming });
    expect(fitsSchema(declaration)).not.toThrow();
  });

  it('carries both names of the goods, each with how it was found', () => {
    expect(build(shipmentA).goodsItems[0]).toMatchObject({
      railName: '摩托车发动机(150cc)',
      railCode: { scheme: 'GNG', code: '84073200' },
      railNaming: { source: 'document', certainty: 'stated' },
      customsName: 'MOTORCYCLE ENGINES, 150 CC, NEW',
      hsCode: '840732',
      customsNaming: { source: 'document', certainty: 'stated' },
    });
  });

  it('says which leg crosses the border, on what and by which document', () => {
    const { borderCrossing, transportDocuments } = build(shipmentA);
    expect(borderCrossing).toMatchObject({
      legSequence: 2,
      mode: 'sea',
      meansOfTransport: { vessel: 'HAIBEI CONCORD', voyage: '046S' },
    });
    expect(borderCrossing.placeOfDischarge.unLocode).toBe('SGSIN');
    expect(transportDocuments.filter(({ crossesBorder }) => crossesBorder).map(({ number }) => number)).toEqual([
      'HBLQZH2611042',
    ]);
  });

  it('leaves the AEO field of a party without one empty', () => {
    const { parties } = build(shipmentA);
    expect(parties.map((party) => [party.role, party.aeo])).toEqual([
      ['consignor', undefined],
      ['consignee', certified],
      ['railCarrier', undefined],
      ['forwarder', undefined],
    ]);
    expect(parties[0]).not.toHaveProperty('aeo');
  });

  it('declares the mass of the bill of lading when rail says another, and carries the discrepancy along', () => {
    const discrepancies = [
      {
        code: 'GROSS_MASS',
        field: 'grossMassKg',
        path: '/goodsItems/0/grossMassKg',
        rail: { value: '8800.00', sources: [WAYBILL] },
        sea: { value: '8950.00', sources: [BILL] },
      },
    ];
    const record = { ...withItem(0, { grossMassKg: { rail: '8800.00', sea: '8950.00' } }), discrepancies };
    const declaration = build({ ...record, totals: { ...record.totals, grossMassKg: {} } });
    expect(declaration.goodsItems[0]?.grossMassKg).toEqual({
      declared: '8950.00',
      basis: 'borderDocument',
      rail: '8800.00',
      sea: '8950.00',
    });
    expect(declaration.totals.grossMassKg).toEqual({ declared: '15150.50', basis: 'sumOfItems' });
    expect(declaration.discrepancies).toEqual(discrepancies);
    expect(fitsSchema(declaration)).not.toThrow();
  });

  it('declares the mass of the waybill when rail crosses the border', () => {
    expect(declaredQuantity({ rail: '8800.00', sea: '8950.00' }, 'rail')).toMatchObject({ declared: '8800.00' });
    expect(declaredQuantity({}, 'rail')).toEqual({ basis: 'borderDocument' });
  });

  it('declares the mass of the document over the border, as its manifest does, when the other differs by less than a disagreement', () => {
    const weighedTwice = { value: '37800.5', rail: '37800.5', sea: '37801.0' };
    expect(declaredQuantity(weighedTwice, 'sea')).toMatchObject({ declared: '37801.0', basis: 'record' });
    expect(declaredQuantity(weighedTwice, 'rail')).toMatchObject({ declared: '37800.5', basis: 'record' });
    expect(declaredQuantity({ value: '37800.5', rail: '37800.5' }, 'sea')).toMatchObject({ declared: '37800.5' });
  });

  it('holds the goods of the bill over the border, and names those that the waybill alone states', () => {
    const { goodsItems, totals, discrepancies } = build(billOfEngines);
    expect(goodsItems.map(({ sequence, railName }) => [sequence, railName])).toEqual([[1, '摩托车发动机(150cc)']]);
    expect(totals).toMatchObject({
      packages: { declared: '120', basis: 'sumOfItems' },
      grossMassKg: { declared: '9600.000', basis: 'sumOfItems' },
    });
    const [rail, sea] = [shipmentA.goodsItems[1]?.railName, shipmentA.goodsItems[1]?.customsName];
    expect(discrepancies).toEqual([
      {
        code: 'GOODS_NOT_DECLARED',
        field: 'goodsItem',
        path: '/goodsItems/1',
        rail: { value: rail, sources: [WAYBILL] },
        sea: null,
        message: {
          en: expect.stringContaining(`Not declared: ${rail} / ${sea}.`),
          zh: expect.stringContaining(`未申报：${rail} / ${sea}。`),
        },
      },
    ]);
    expect(fitsSchema(build(billOfEngines))).not.toThrow();
  });

  it('counts its goods from 1, whatever stands before them in the record', () => {
    const reversed = { ...billOfEngines, goodsItems: billOfEngines.goodsItems.toReversed() };
    const { goodsItems, discrepancies } = build(reversed);
    expect(goodsItems.map(({ sequence, hsCode }) => [sequence, hsCode])).toEqual([[1, '840732']]);
    expect(discrepancies.map(({ path }) => path)).toEqual(['/goodsItems/0']);
  });

  it('holds the goods of the waybill over a land border, and not what a bill alone states', () => {
    const legs = [{ ...railLeg, to: { unLocode: 'VNDDA', names: [] } }];
    const onTheBill = {
      ...withItem(1, { packages: { value: '310', sea: '310' }, sources: [BILL] }),
      legs,
    };
    const { goodsItems, totals, discrepancies } = build(onTheBill);
    expect([goodsItems.length, totals.packages.declared]).toEqual([1, '120']);
    expect(discrepancies).toMatchObject([{ code: 'GOODS_NOT_DECLARED', rail: null, sea: { sources: [BILL] } }]);
    expect(build({ ...billOfEngines, legs }).goodsItems).toHaveLength(2);
  });

  it('holds all goods where no document over the border of its own states any', () => {
    const stated = { sources: [WAYBILL] };
    const onTheWaybill = { ...shipmentA, goodsItems: shipmentA.goodsItems.map((item) => ({ ...item, ...stated })) };
    const byShared = { ...billOfEngines, transportDocuments: [waybill, { ...bill, shared: true }] } as OneDocument;
    for (const record of [onTheWaybill, byShared]) {
      expect(build(record).goodsItems).toHaveLength(2);
      expect(build(record).discrepancies).toEqual([]);
    }
  });

  it('has the totals of its items, where a document states others', () => {
    const totals = { ...shipmentA.totals, packages: { value: '500', rail: '500', sea: '500' } };
    expect(build({ ...shipmentA, totals }).totals).toMatchObject({
      packages: { declared: '430', basis: 'sumOfItems' },
      grossMassKg: { declared: '15800.50', basis: 'record' },
    });
  });

  it('names the container in which the goods cross the border, not the one they were in before', () => {
    const [first] = shipmentA.equipment;
    const before = { ...first!, number: 'YDAU2009990', sources: [WAYBILL] };
    const record = {
      ...withItem(0, { containers: [before.number, first!.number] }),
      equipment: [before, ...shipmentA.equipment],
    };
    const { containers, goodsItems, totals } = build({ ...record, totals: { ...record.totals, containers: '3' } });
    expect(containers.map(({ number }) => number)).toEqual(shipmentA.equipment.map(({ number }) => number));
    expect([goodsItems[0]?.containers, totals.containers]).toEqual([[first!.number], '2']);
  });

  it('names the containers of both trains over the border', () => {
    const [first, second] = shipmentA.equipment;
    const [train] = shipmentA.legs;
    const [waybill] = shipmentA.transportDocuments;
    const other = { ...waybill!, documentId: '01a00000-0000-7000-8000-0000000000f2', number: 'CQ26110418' };
    const toHanoi = { ...train!, to: { unLocode: 'VNDDA', names: [] } };
    const record = {
      ...shipmentA,
      transportDocuments: [waybill!, other],
      legs: [toHanoi, { ...toHanoi, sequence: 2, train: 'X9562', sources: [other.documentId] }],
      equipment: [
        { ...first!, sources: [WAYBILL] },
        { ...second!, sources: [other.documentId] },
      ],
    };
    expect(build(record).containers.map(({ number }) => number)).toEqual([first!.number, second!.number]);
  });

  it('rests only on documents in force', () => {
    const replaced = { ...waybill, documentId: '01a00000-0000-7000-8000-00000000000c', status: 'replaced' as const };
    const record = { ...shipmentA, transportDocuments: [replaced, waybill, bill] };
    expect(documentIdsOf(record)).toEqual([WAYBILL, BILL]);
    expect(build(record).transportDocuments).toHaveLength(2);
  });

  it('rests on the house bill, not on the master bill that it is under', () => {
    const HOUSE = '01a00000-0000-7000-8000-00000000000c';
    const transportDocuments = [
      waybill,
      { ...bill, billLevel: 'master' },
      { ...bill, documentId: HOUSE, number: 'YX-1', billLevel: 'house', masterBill: bill.number },
    ] as const;
    const record = { ...shipmentA, legs: [railLeg, { ...seaLeg, sources: [BILL, HOUSE] }], transportDocuments };
    expect(documentIdsOf(record)).toEqual([WAYBILL, HOUSE]);
    expect(documentsOfGoods(record)).toEqual([WAYBILL, HOUSE, BILL]);
    const declaration = build(record);
    expect(declaration.transportDocuments.slice(1)).toMatchObject([
      { number: bill.number, billLevel: 'master', crossesBorder: true },
      { number: 'YX-1', billLevel: 'house', masterBill: bill.number, crossesBorder: true },
    ]);
    expect(fitsSchema(declaration)).not.toThrow();
  });

  it('says that a consignee is to order', () => {
    const parties = [consignor, { ...consignee, names: [{ text: 'To the order of HAIBEI BANK' }], codes: [] }];
    expect(build({ ...shipmentA, parties }).parties[1]).toMatchObject({ toOrder: true });
    expect(build(shipmentA).parties[1]).not.toHaveProperty('toOrder');
  });

  it('cannot be built without a leg over the border', () => {
    expect(() => build({ ...shipmentA, legs: [{ ...seaLeg, to: seaLeg.from }] })).toThrow('no leg over the border');
  });
});

describe('a record that cannot be declared', () => {
  it.each([
    ['unjoined', 'CLEARANCE.RECORD_UNJOINED'],
    ['merged', 'CLEARANCE.RECORD_MERGED'],
    ['cancelled', 'CLEARANCE.RECORD_CANCELLED'],
  ] as const)('is refused when %s', (state, code) => {
    expect(() => refuseUnlessComplete({ ...shipmentA, state }, 'export')).toThrow(
      expect.objectContaining({ code, kind: 'unprocessable' }),
    );
  });

  it('is refused when its document is over the goods of others', () => {
    const consolidates = ['one', 'other'];
    expect(() => refuseUnlessComplete({ ...shipmentA, consolidates }, 'export')).toThrow(
      expect.objectContaining({ code: 'CLEARANCE.RECORD_CONSOLIDATES', details: { consolidates } }),
    );
  });

  it('is refused with the list of what is missing', () => {
    const details = { missing: [expect.objectContaining({ field: 'consignee' })] };
    expect(() => refuseUnlessComplete({ ...shipmentA, parties: [consignor] }, 'export')).toThrow(
      expect.objectContaining({ code: 'CLEARANCE.INCOMPLETE', kind: 'unprocessable', details }),
    );
  });

  it('is let through when open and complete', () => {
    expect(() => refuseUnlessComplete(shipmentA, 'export')).not.toThrow();
  });
});
