import type { OneDocument } from '#domain';
import { writeMessage, writeWholeJourney, type WrittenForm } from '../../edifact-transport/writing/write-message.js';
import type { Writing } from '../../format.js';
import { partOf, seaDocumentOf } from '../../writing/record-part.js';
import { check } from './checks.js';
import { decode } from './codec.js';

/** The whole journey as a multimodal transport document (760). */
export const encode = (record: OneDocument): Writing =>
  writeWholeJourney(record, 'multimodalDocument', { ...READING, documentCode: '760' });

/** The sea part alone, as the bill of lading (705; 704 or 714 where it is a master or house bill) or sea waybill (710) that the record rests on. */
export function encodeBill(record: OneDocument): Writing {
  const kind = seaDocumentOf(record);
  const part = partOf(record, kind);
  if (!('document' in part)) return { findings: part };
  const { billLevel } = part.document;
  const codes = kind === 'seaWaybill' ? SEA_WAYBILL : BILLS[billLevel ?? 'bill'];
  return writeMessage(record, part, { ...READING, ...codes });
}

/** 1001, and 1153 of the number. */
const SEA_WAYBILL = { documentCode: '710', numberedBy: 'BM' };
const BILLS = {
  bill: { documentCode: '705', numberedBy: 'BM' },
  master: { documentCode: '704', numberedBy: 'MB' },
  house: { documentCode: '714', numberedBy: 'BH' },
};

const READING = { type: 'IFTMCS', decode, check } satisfies Partial<WrittenForm>;
