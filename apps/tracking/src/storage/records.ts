import type { EntityManager } from 'typeorm';
import type { OneDocumentChanged } from '#contracts';

/** Keeps who may see each record, from its latest version; returns the ids of those that were not known in this version or a later one. */
export async function keepRecords(
  transaction: EntityManager,
  latest: readonly OneDocumentChanged[],
): Promise<Set<string>> {
  const records = latest.map(({ oneDocument: { id, version }, visibleTo }) => ({ id, version, visibleTo }));
  const rows: { one_document_id: string }[] = await transaction.query(
    `INSERT INTO records (one_document_id, version, visible_to)
     SELECT id, version, "visibleTo" FROM jsonb_to_recordset($1::jsonb) AS record (id uuid, version integer, "visibleTo" text[])
     ON CONFLICT (one_document_id) DO UPDATE SET version = excluded.version, visible_to = excluded.visible_to
     WHERE records.version < excluded.version
     RETURNING one_document_id`,
    [JSON.stringify(records)],
  );
  return new Set(rows.map((row) => row.one_document_id));
}

/** From its first lodged declaration on, customs sees a record. */
export async function keepLodgements(transaction: EntityManager, oneDocumentIds: readonly string[]): Promise<void> {
  await transaction.query(
    'INSERT INTO lodgements (one_document_id) SELECT DISTINCT unnest($1::uuid[]) ON CONFLICT DO NOTHING',
    [oneDocumentIds],
  );
}
