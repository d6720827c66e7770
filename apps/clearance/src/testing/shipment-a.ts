import type { GoodsItem, OneDocument, RecordLeg, RecordParty, SourceDocument } from '#domain';

export const WAYBILL = '01a00000-0000-7000-8000-00000000000a';
export const BILL = '01a00000-0000-7000-8000-00000000000b';
export const RECORD = '01a00000-0000-7000-8000-000000000001';

const both = [WAYBILL, BILL];

export const consignor: RecordParty = {
  role: 'consignor',
  names: [
    { text: '重庆山涧动力机械有限公司', language: 'zh' },
    { text: 'CHONGQING SHANJIAN POWER MACHINERY CO., LTD.' },
  ],
  codes: [{ scheme: 'PARTY', code: '0002187' }],
  address: { lines: ['NO. 66 JINYU ROAD'], city: 'CHONGQING', postcode: '401122', countryCode: 'CN' },
  sources: both,
};

export const consignee: RecordParty = {
  role: 'consignee',
  names: [{ text: 'LION CITY MOTOR PARTS PTE. LTD.' }],
  codes: [{ scheme: 'PARTY', code: 'SGLCMP' }],
  address: { lines: ['21 TUAS SOUTH STREET 3'], city: 'SINGAPORE', postcode: '638033', countryCode: 'SG' },
  sources: both,
};

const railCarrier: RecordParty = {
  role: 'railCarrier',
  names: [{ text: '渝桂联运铁路有限公司', language: 'zh' }, { text: 'YUGUI LINK RAILWAY CO., LTD.' }],
  codes: [],
  sources: [WAYBILL],
};

const forwarder: RecordParty = {
  role: 'forwarder',
  names: [{ text: '渝信国际货运代理有限公司', language: 'zh' }],
  codes: [{ scheme: 'PARTY', code: 'FWD-YUXIN' }],
  sources: both,
};

export const railLeg: RecordLeg = {
  sequence: 1,
  mode: 'rail',
  from: { unLocode: 'CNCQD', stationCode: '68312', names: [{ text: '重庆东', language: 'zh' }] },
  to: { unLocode: 'CNQZH', stationCode: '07481', names: [{ text: '钦州港东', language: 'zh' }] },
  departsAt: '2026-11-04T12:30:00+08:00',
  departure: 'actual',
  arrivesAt: '2026-11-07T16:00:00+08:00',
  arrival: 'actual',
  train: 'X9560',
  sources: [WAYBILL],
};

export const seaLeg: RecordLeg = {
  sequence: 2,
  mode: 'sea',
  from: { unLocode: 'CNQZH', names: [{ text: 'QINZHOU' }] },
  to: { unLocode: 'SGSIN', names: [{ text: 'SINGAPORE' }] },
  departsAt: '2026-11-12',
  departure: 'planned',
  arrivesAt: '2026-11-18',
  arrival: 'planned',
  vessel: 'HAIBEI CONCORD',
  voyage: '046S',
  sources: [BILL],
};

export const waybill: SourceDocument = {
  documentId: WAYBILL,
  sha256: 'a'.repeat(64),
  format: 'UNECE-SMGS-D23B',
  kind: 'railWaybill',
  mode: 'rail',
  number: 'CQ26110417',
  issuedAt: '2026-11-04T11:00:00+08:00',
  receivedAt: '2026-11-04T05:00:00.000Z',
  sentBy: 'RAIL-YG',
  status: 'current',
};

export const bill: SourceDocument = {
  documentId: BILL,
  sha256: 'b'.repeat(64),
  format: 'DCSA-EBL-3.0.4',
  kind: 'billOfLading',
  mode: 'sea',
  number: 'HBLQZH2611042',
  issuedAt: '2026-11-12',
  receivedAt: '2026-11-12T02:00:00.000Z',
  sentBy: 'HAIBEI',
  status: 'current',
};

const engines: GoodsItem = {
  sequence: 1,
  railName: '摩托车发动机(150cc)',
  railNames: [{ text: '摩托车发动机(150cc)', language: 'zh' }, { text: 'Motorcycle engines, 150 cc' }],
  railCode: { scheme: 'GNG', code: '84073200' },
  otherRailCodes: [],
  railNaming: { source: 'document', certainty: 'stated', basis: WAYBILL },
  customsName: 'MOTORCYCLE ENGINES, 150 CC, NEW',
  customsNames: [{ text: 'MOTORCYCLE ENGINES, 150 CC, NEW' }],
  hsCode: '840732',
  customsNaming: { source: 'document', certainty: 'stated', basis: BILL },
  hsCandidates: [],
  packages: { value: '120', rail: '120', sea: '120' },
  packageType: 'CR',
  grossMassKg: { value: '9600.000', rail: '9600.000', sea: '9600.000' },
  marks: [],
  containers: ['YDAU2004174'],
  dangerousGoods: [],
  sources: both,
};

const parts: GoodsItem = {
  sequence: 2,
  railName: '摩托车零件',
  railNames: [{ text: '摩托车零件', language: 'zh' }, { text: 'Parts of motorcycles' }],
  railCode: { scheme: 'GNG', code: '87141000' },
  otherRailCodes: [],
  railNaming: { source: 'document', certainty: 'stated', basis: WAYBILL },
  customsName: 'MOTORCYCLE PARTS, FRAMES AND FORKS',
  customsNames: [{ text: 'MOTORCYCLE PARTS, FRAMES AND FORKS' }],
  hsCode: '871410',
  customsNaming: { source: 'document', certainty: 'stated', basis: BILL },
  hsCandidates: [],
  packages: { value: '310', rail: '310', sea: '310' },
  packageType: 'CT',
  grossMassKg: { value: '6200.50', rail: '6200.50', sea: '6200.50' },
  marks: [],
  containers: ['YDAU2004174', 'YDAU2004180'],
  dangerousGoods: [],
  sources: both,
};

const container = (number: string, tareKg: string, seal: string): OneDocument['equipment'][number] => ({
  number,
  checkDigitValid: true,
  sizeType: '45G1',
  tareKg,
  seals: [seal],
  sealsByMode: { rail: [seal], sea: [seal] },
  sources: both,
});

/** Motorcycle engines and parts, Chongqing to Qinzhou by rail and on to Singapore by sea, both documents joined. */
export const shipmentA: OneDocument = {
  schemaVersion: '1',
  id: RECORD,
  version: 2,
  changedAt: '2026-11-12T02:00:01.000Z',
  change: { kind: 'documentAdded', documentId: BILL },
  state: 'open',
  join: { result: 'joined', evidence: [{ by: 'booking', value: 'HBL26110881', documentIds: both }], candidates: [] },
  transportDocuments: [waybill, bill],
  references: [{ type: 'booking', value: 'HBL26110881', sources: both }],
  parties: [consignor, consignee, railCarrier, forwarder],
  legs: [railLeg, seaLeg],
  equipment: [container('YDAU2004174', '3880', 'CQ771201'), container('YDAU2004180', '3900', 'CQ771202')],
  wagons: [],
  goodsItems: [engines, parts],
  totals: {
    packages: { value: '430', rail: '430', sea: '430' },
    grossMassKg: { value: '15800.500', rail: '15800.500', sea: '15800.50' },
    containers: '2',
  },
  discrepancies: [],
};

/** The record with one goods item changed. */
export const withItem = (index: number, change: Partial<GoodsItem>): OneDocument => ({
  ...shipmentA,
  goodsItems: shipmentA.goodsItems.map((item, place) => (place === index ? { ...item, ...change } : item)),
});

/** The same item without some of its members. */
export function withoutOnItem(index: number, ...members: (keyof GoodsItem)[]): OneDocument {
  const kept = Object.entries(shipmentA.goodsItems[index] as GoodsItem).filter(
    ([name]) => !members.includes(name as keyof GoodsItem),
  );
  const item = Object.fromEntries(kept) as unknown as GoodsItem;
  return { ...shipmentA, goodsItems: shipmentA.goodsItems.with(index, item) };
}

/** The same after a bill of the engines alone: the parts stand in the waybill. */
export const billOfEngines: OneDocument = {
  ...withItem(1, {
    packages: { value: '310', rail: '310' },
    grossMassKg: { value: '6200.50', rail: '6200.50' },
    sources: [WAYBILL],
  }),
  totals: {
    packages: { rail: '430', sea: '120' },
    grossMassKg: { rail: '15800.500', sea: '9600.000' },
    containers: '2',
  },
};
