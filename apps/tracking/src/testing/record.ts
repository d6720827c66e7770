import type { OneDocument, RecordLeg } from '#domain';
import type { Message } from '#messaging';

export const RAIL_WAYBILL = '0193a1b2-0000-7000-8000-0000000000d1';
export const BILL_OF_LADING = '0193a1b2-0000-7000-8000-0000000000d2';

const railLeg: RecordLeg = {
  sequence: 1,
  mode: 'rail',
  from: { unLocode: 'CNCQD', stationCode: '68312', names: [{ text: '重庆东', language: 'zh' }] },
  to: { unLocode: 'CNQZH', stationCode: '07481', names: [{ text: '钦州港东', language: 'zh' }] },
  departsAt: '2026-11-04T12:30:00+08:00',
  departure: 'actual',
  arrivesAt: '2026-11-07T16:00:00+08:00',
  arrival: 'actual',
  train: 'X9560',
  sources: [RAIL_WAYBILL],
};

const seaLeg: RecordLeg = {
  sequence: 2,
  mode: 'sea',
  from: { unLocode: 'CNQZH', names: [] },
  to: { unLocode: 'SGSIN', names: [{ text: 'Singapore', language: 'en' }] },
  departsAt: '2026-11-12',
  departure: 'planned',
  arrivesAt: '2026-11-18',
  vessel: 'HAIBEI CONCORD',
  voyage: '046S',
  sources: [BILL_OF_LADING],
};

/** A record of one rail and one sea leg; the first container is on both documents, the second on the waybill only. */
export const record: OneDocument = {
  schemaVersion: '1',
  id: '0193a1b2-0000-7000-8000-0000000000a1',
  version: 2,
  changedAt: '2026-11-12T03:00:02.000Z',
  change: { kind: 'documentAdded', documentId: BILL_OF_LADING },
  state: 'open',
  join: { result: 'joined', evidence: [], candidates: [] },
  transportDocuments: [
    {
      documentId: RAIL_WAYBILL,
      sha256: 'a'.repeat(64),
      format: 'rail/smgs-un-d23b',
      kind: 'railWaybill',
      mode: 'rail',
      number: 'CQ26110417',
      receivedAt: '2026-11-04T04:00:00.000Z',
      sentBy: '0002187',
      status: 'current',
    },
    {
      documentId: BILL_OF_LADING,
      sha256: 'b'.repeat(64),
      format: 'ocean/dcsa-ebl-3',
      kind: 'billOfLading',
      mode: 'sea',
      number: 'HBLQZH2611042',
      receivedAt: '2026-11-12T03:00:00.000Z',
      sentBy: 'HBLX',
      status: 'current',
    },
  ],
  references: [],
  parties: [],
  legs: [railLeg, seaLeg],
  equipment: [
    {
      number: 'CSQU3054383',
      checkDigitValid: true,
      seals: [],
      sealsByMode: {},
      sources: [RAIL_WAYBILL, BILL_OF_LADING],
    },
    { number: 'XQLU3054382', checkDigitValid: true, seals: [], sealsByMode: {}, sources: [RAIL_WAYBILL] },
  ],
  wagons: [],
  goodsItems: [],
  totals: { packages: {}, grossMassKg: {}, containers: '2' },
  discrepancies: [{ code: 'SEALS', field: 'seals', path: '/equipment/0/seals', rail: null, sea: null }],
};

export const messageOf = (type: string, payload: object, attributes: Record<string, string> = {}): Message => ({
  id: `message of ${type}`,
  source: type.slice(0, type.indexOf('.')),
  type,
  key: 'key',
  time: '2026-11-12T03:00:03.000Z',
  attributes,
  contentType: 'application/json',
  data: Buffer.from(JSON.stringify(payload)),
});
