import type { EntityManager } from 'typeorm';
import { recordNotFound } from '../lodge-declaration/refusals.js';
import { KeptRecord } from './kept-record.entity.js';

/** The record, held until the end of the transaction against change and other declarations, for a party to it. */
export async function holdRecord(
  transaction: EntityManager,
  oneDocumentId: string,
  party: string,
): Promise<KeptRecord> {
  const kept = await transaction
    .getRepository(KeptRecord)
    .findOne({ where: { oneDocumentId }, lock: { mode: 'pessimistic_write' } });
  if (!kept?.visibleTo.includes(party)) throw recordNotFound();
  return kept;
}

/** The record where the goods are now, if the one with this id went into another; held likewise. */
export async function holdLatestRecord(
  transaction: EntityManager,
  oneDocumentId: string,
  party: string,
): Promise<KeptRecord> {
  const kept = await holdRecord(transaction, oneDocumentId, party);
  const { mergedInto } = kept.record;
  return mergedInto === undefined ? kept : holdLatestRecord(transaction, mergedInto, party);
}
