import type { DocumentKind, OneDocument } from '#domain';
import { writeMessage, writeWholeJourney, type WrittenForm } from '../../edifact-transport/writing/write-message.js';
import type { Writing } from '../../format.js';
import { partOf } from '../../record-part.js';
import { check } from './checks.js';
import { decode } from './codec.js';

/** The whole journey as a multimodal transport document (760). */
export const encode = (record: OneDocument): Writing =>
  writeWholeJourney(record, 'multimodalDocument', { ...READING, documentCode: '760' });

/** The sea part alone, as the bill of lading (705) or sea waybill (710) that the record rests on. */
export function encodeBill(record: OneDocument): Writing {
  const hasCurrent = (kind: DocumentKind) =>
    record.transportDocuments.some((source) => source.kind === kind && source.status === 'current');
  const isWaybill = hasCurrent('seaWaybill') && !hasCurrent('billOfLading');
  const part = partOf(record, isWaybill ? 'seaWaybill' : 'billOfLading');
  if (!('document' in part)) return { findings: part };
  return writeMessage(record, part, {
    ...READING,
    documentCode: isWaybill ? '710' : '705',
    isNumberedByReference: true,
  });
}

const READING = { type: 'IFTMCS', decode, check } satisfies Partial<WrittenForm>;
