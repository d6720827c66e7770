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

/** SQL: of each of the records `$1` (`given`) the one that its goods are in now (`id`): itself, or the last that it was merged into, as far as that is known. */
export const LATEST_RECORDS = `
  WITH RECURSIVE way (given, id, depth) AS (
    SELECT id, id, 0 FROM unnest($1::text[]) AS asked (id)
    UNION ALL
    SELECT given, record->>'mergedInto', depth + 1 FROM way JOIN records ON one_document_id = id AND state = 'merged'
  )
  SELECT DISTINCT ON (given) given, id FROM way ORDER BY given, depth DESC`;

export async function latestRecordId(transaction: EntityManager, oneDocumentId: string): Promise<string> {
  const [latest] = await transaction.query<{ id: string }[]>(LATEST_RECORDS, [[oneDocumentId]]);
  return latest?.id ?? oneDocumentId;
}
