import type { EntityManager } from 'typeorm';
import { recordNotFound } from '../lodge-declaration/refusals.js';
import { KeptRecord } from './kept-record.entity.js';

/** The record, held until the end of the transaction against change and other declarations. */
export const holdRecord = (transaction: EntityManager, oneDocumentId: string): Promise<KeptRecord | null> =>
  transaction.getRepository(KeptRecord).findOne({ where: { oneDocumentId }, lock: { mode: 'pessimistic_write' } });

/** The same, for a party to it. */
export async function holdRecordOf(
  transaction: EntityManager,
  oneDocumentId: string,
  party: string,
): Promise<KeptRecord> {
  const kept = await holdRecord(transaction, oneDocumentId);
  if (!kept || !partiesTo(kept).includes(party)) throw recordNotFound();
  return kept;
}

/** A broker who sees the record by a mandate alone is none. */
export const partiesTo = ({ visibleTo, brokers }: KeptRecord): string[] =>
  visibleTo.filter((party) => !brokers.includes(party));

/** The record that the goods of this one are in now: itself, or the last that it was merged into. */
export async function latestRecordId(transaction: EntityManager, oneDocumentId: string): Promise<string> {
  const kept = await holdRecord(transaction, oneDocumentId);
  const mergedInto = kept?.record.mergedInto;
  return mergedInto === undefined ? oneDocumentId : latestRecordId(transaction, mergedInto);
}
