import type { EntityManager } from 'typeorm';
import type { OneDocument } from '#domain';
import { recordKeysOf } from '../take-events/record-keys.js';

/** Puts what each record can be found by in the place of what its earlier version had. */
export async function replaceRecordKeys(transaction: EntityManager, records: readonly OneDocument[]): Promise<void> {
  await transaction.query('DELETE FROM record_keys WHERE one_document_id = ANY ($1::uuid[])', [
    records.map(({ id }) => id),
  ]);
  await transaction.query(
    `INSERT INTO record_keys (one_document_id, type, value, starts_at, ends_at)
     SELECT "oneDocumentId", type, value, "startsAt", "endsAt"
     FROM jsonb_to_recordset($1::jsonb) AS key ("oneDocumentId" uuid, type text, value text, "startsAt" timestamptz, "endsAt" timestamptz)`,
    [JSON.stringify(records.flatMap(recordKeysOf))],
  );
}
