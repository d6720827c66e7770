import type { OneDocument, TransportDocument } from '#domain';
import { acknowledgeInterchange } from '../../acknowledge-interchange.js';
import { catalogue } from '../../catalogue.js';
import type { Writing } from '../../format.js';
import { readDocument } from '../../read-document.js';
import { recordOf } from '../../testing/record-of.js';
import { told } from '../../testing/write-and-read.js';

type Write = (record: OneDocument) => Writing;

/** Written, read again by whoever knows it, and answered as a receiver's system would. */
export function writtenAndRead(record: OneDocument, write: Write) {
  const { bytes, findings } = write(record);
  if (!bytes) throw new Error(JSON.stringify(findings));
  const reading = readDocument(bytes, catalogue);
  const report = { bytes, findings: reading.findings, reference: '1', preparedAt: '2026-11-20T00:00' };
  const answer = acknowledgeInterchange('CONTRL', report);
  return {
    text: bytes.toString(),
    document: reading.document,
    found: reading.findings.filter(({ code }) => code.startsWith('EDIFACT')),
    isAcknowledged: typeof answer === 'object' && /UCI\+[^']*\+7'/.test(answer.bytes.toString()),
    lost: findings.map(({ code, path }) => `${code} ${path}`),
  };
}

/** The record of this one document, written, is this document again. */
export function comesBack(original: TransportDocument, write: Write): void {
  const { document, found, isAcknowledged, lost } = writtenAndRead(recordOf(original), write);
  expect({ found, lost, isAcknowledged }).toEqual({ found: [], lost: [], isAcknowledged: true });
  expect(told(document!)).toEqual(told(original));
}
