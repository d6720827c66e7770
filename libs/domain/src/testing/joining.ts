import type { TransportDocument } from '../consignment.js';
import type { Candidate, Incoming, SentDocument } from '../join/candidate.js';
import { held } from './documents.js';

/** A document that has come, from the carrier of its mode. */
export const incoming = (content: TransportDocument, more: Partial<Incoming> = {}): Incoming => ({
  documentId: 'incoming',
  sentBy: content.mode === 'rail' ? 'RAIL' : 'LINE',
  senderIsCarrier: true,
  content,
  ...more,
});

/** A record that the railway sees. */
export const record = (
  oneDocumentId: string,
  documents: readonly (TransportDocument | SentDocument)[],
  more: Partial<Candidate> = {},
): Candidate => ({
  oneDocumentId,
  visibleTo: ['RAIL'],
  documents: documents.map((document) => ('content' in document ? document : held(document))),
  consignmentReferences: [],
  waits: false,
  ...more,
});
