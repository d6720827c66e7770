import type { Container, GoodsLine, Leg, TransportDocument } from '../consignment.js';
import type { SourceDocument } from '../one-document.js';
import type { SentDocument } from '../join/candidate.js';

/** A container whose check digit fits unless said otherwise. */
export const container = (number: string, more: Partial<Container> = {}): Container => ({
  number,
  checkDigitValid: true,
  seals: [],
  path: '',
  ...more,
});

export const goods = (more: Partial<GoodsLine> = {}): GoodsLine => ({
  sequence: '1',
  names: [],
  railCodes: [],
  hsCodes: [],
  stowage: [],
  dangerousGoods: [],
  path: '',
  ...more,
});

const leg = (more: Partial<Leg>): Leg => ({
  mode: 'rail',
  from: { unLocode: 'CNCQD', names: [] },
  to: { unLocode: 'CNQZH', names: [] },
  departsAt: '2026-11-04T12:30:00+08:00',
  arrivesAt: '2026-11-07T16:00:00+08:00',
  path: '',
  ...more,
});

const document = (content: Partial<TransportDocument>): TransportDocument => ({
  kind: 'railWaybill',
  mode: 'rail',
  number: 'CQ1',
  purpose: 'original',
  references: [],
  parties: [],
  goods: [],
  containers: [container('XQLU3054382')],
  wagons: [],
  legs: [leg({})],
  totals: {},
  ...content,
});

/** A rail waybill from Chongqing to Qinzhou. */
export const waybill = (content: Partial<TransportDocument> = {}): TransportDocument => document(content);

/** A bill of lading from Qinzhou to Singapore, five days after the train. */
export const bill = (content: Partial<TransportDocument> = {}): TransportDocument =>
  document({
    kind: 'billOfLading',
    mode: 'sea',
    number: 'BL1',
    legs: [
      leg({
        mode: 'sea',
        from: { unLocode: 'CNQZH', names: [] },
        to: { unLocode: 'SGSIN', names: [] },
        departsAt: '2026-11-12',
        arrivesAt: '2026-11-18',
      }),
    ],
    ...content,
  });

let received = 0;

/** The document as it is kept, sent by `sentBy`, later than all made before it. */
export function held(content: TransportDocument, source: Partial<SourceDocument> = {}): SentDocument {
  received += 1;
  return {
    source: {
      documentId: `00000000-0000-7000-8000-${String(received).padStart(12, '0')}`,
      sha256: 'a'.repeat(64),
      format: 'test',
      kind: content.kind,
      mode: content.mode,
      number: content.number,
      ...(content.version !== undefined && { version: content.version }),
      receivedAt: new Date(Date.UTC(2026, 10, 20, 0, 0, received)).toISOString(),
      sentBy: content.mode === 'rail' ? 'RAIL' : 'LINE',
      status: 'current',
      ...source,
    },
    content,
    senderIsCarrier: true,
  };
}
