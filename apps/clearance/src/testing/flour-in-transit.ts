import type { OneDocument, RecordLeg, RecordParty, SourceDocument } from '#domain';

export const NOTE = '01a00000-0000-7000-8000-00000000001a';
export const OCEAN_BILL = '01a00000-0000-7000-8000-00000000001b';

const both = [NOTE, OCEAN_BILL];

const party = (
  role: RecordParty['role'],
  text: string,
  countryCode: string,
  more: Partial<RecordParty> = {},
): RecordParty => ({ role, names: [{ text }], codes: [], address: { lines: [], countryCode }, sources: both, ...more });

export const enteringLeg: RecordLeg = {
  sequence: 1,
  mode: 'rail',
  from: { unLocode: 'KZALA', stationCode: '700007', names: [{ text: 'Алматы-1', language: 'ru' }] },
  to: { unLocode: 'CNLYG', stationCode: '30911', names: [{ text: '连云港', language: 'zh' }] },
  departsAt: '2026-11-02T09:30:00+05:00',
  departure: 'actual',
  arrivesAt: '2026-11-13',
  arrival: 'planned',
  train: '1416',
  sources: [NOTE],
};

export const leavingLeg: RecordLeg = {
  sequence: 2,
  mode: 'sea',
  from: { unLocode: 'CNLYG', names: [{ text: 'LIANYUNGANG' }] },
  to: { unLocode: 'VNHPH', names: [{ text: 'HAIPHONG' }] },
  departsAt: '2026-11-18',
  departure: 'planned',
  arrivesAt: '2026-11-25',
  arrival: 'planned',
  vessel: 'HAIBEI HARMONY',
  voyage: '021S',
  sources: [OCEAN_BILL],
};

export const note: SourceDocument = {
  documentId: NOTE,
  sha256: 'c'.repeat(64),
  format: 'UNECE-SMGS-D23B',
  kind: 'railWaybill',
  mode: 'rail',
  number: '31260116',
  issuedAt: '2026-11-02T09:00:00+05:00',
  receivedAt: '2026-11-02T05:00:00.000Z',
  sentBy: 'RAIL-KZ',
  status: 'current',
};

export const oceanBill: SourceDocument = {
  documentId: OCEAN_BILL,
  sha256: 'd'.repeat(64),
  format: 'DCSA-EBL-3.0.4',
  kind: 'billOfLading',
  mode: 'sea',
  number: 'HBLLYG2611008',
  receivedAt: '2026-11-04T02:00:00.000Z',
  sentBy: 'HAIBEI',
  status: 'current',
};

/** Wheat flour, Almaty to Lianyungang by rail and on to Haiphong by sea; China is only passed through. */
export const flourInTransit: OneDocument = {
  schemaVersion: '1',
  id: '01a00000-0000-7000-8000-000000000011',
  version: 2,
  changedAt: '2026-11-04T02:00:01.000Z',
  change: { kind: 'documentAdded', documentId: OCEAN_BILL },
  state: 'open',
  join: { result: 'joined', evidence: [{ by: 'container', value: 'YDAU2006114', documentIds: both }], candidates: [] },
  transportDocuments: [note, oceanBill],
  references: [],
  parties: [
    party('consignor', 'TALGAR MILLS LLP', 'KZ'),
    party('consignee', 'RED RIVER FOODS CO., LTD.', 'VN'),
    party('railCarrier', 'АО «Алатау Жолдары»', 'KZ', { sources: [NOTE] }),
    party('seaCarrier', 'HAIBEI LINES PTE. LTD.', 'SG', { sources: [OCEAN_BILL] }),
    party('forwarder', '渝信国际货运代理有限公司', 'CN', { codes: [{ scheme: 'PARTY', code: 'FWD-YUXIN' }] }),
  ],
  legs: [enteringLeg, leavingLeg],
  equipment: [
    {
      number: 'YDAU2006114',
      checkDigitValid: true,
      sizeType: '22G1',
      seals: ['KZ26118'],
      sealsByMode: { rail: ['KZ26118'], sea: ['KZ26118'] },
      sources: both,
    },
  ],
  wagons: [{ number: '94100223', containerNumbers: ['YDAU2006114'], sources: [NOTE] }],
  goodsItems: [
    {
      sequence: 1,
      railName: 'Мука пшеничная',
      railNames: [{ text: 'Мука пшеничная', language: 'ru' }],
      railCode: { scheme: 'GNG', code: '11010000' },
      otherRailCodes: [],
      railNaming: { source: 'document', certainty: 'stated', basis: NOTE },
      customsName: 'WHEAT FLOUR',
      customsNames: [{ text: 'WHEAT FLOUR' }],
      hsCode: '110100',
      customsNaming: { source: 'document', certainty: 'stated', basis: OCEAN_BILL },
      hsCandidates: [],
      packages: { value: '430', rail: '430', sea: '430' },
      packageType: 'BG',
      grossMassKg: { rail: '21672.000', sea: '21500.000' },
      marks: [],
      containers: ['YDAU2006114'],
      dangerousGoods: [],
      sources: both,
    },
  ],
  totals: {
    packages: { value: '430', rail: '430', sea: '430' },
    grossMassKg: { rail: '21672.000', sea: '21500.000' },
    containers: '1',
  },
  discrepancies: [
    {
      code: 'GROSS_MASS',
      field: 'grossMassKg',
      path: '/goodsItems/0/grossMassKg',
      rail: { value: '21672.000', sources: [NOTE] },
      sea: { value: '21500.000', sources: [OCEAN_BILL] },
    },
  ],
};
