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
