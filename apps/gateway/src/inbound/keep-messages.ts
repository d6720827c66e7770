import type { EntityManager } from 'typeorm';
import type { DocumentAccepted, DocumentRejected } from '#contracts';
import type { InterchangePlace } from '#domain';

type Told = DocumentAccepted | DocumentRejected;

/** Interchanges whose messages an event of this batch is about, locked until the transaction ends: who tells of the last message sees all others. */
export async function lockInterchanges(transaction: EntityManager, events: readonly Told[]): Promise<string[]> {
  const ids = [...new Set(events.flatMap(({ interchange }) => interchange?.documentId ?? []))];
  if (ids.length === 0) return [];
  await transaction.query('SELECT FROM documents WHERE document_id = ANY ($1) ORDER BY document_id FOR NO KEY UPDATE', [
    ids,
  ]);
  return ids;
}

/** Messages become known here by their first outcome. They came with their interchange: from whom, when, and in which bytes. */
export async function keepMessages(transaction: EntityManager, events: readonly Told[]): Promise<void> {
  const places = events.flatMap(({ documentId, interchange }) =>
    interchange ? [{ id: documentId, ...interchange }] : [],
  );
  await transaction.query(
    `INSERT INTO documents (document_id, party, role, sha256, received_at, content_type, size, consignment_reference, interchange_id, position)
     SELECT id, party, role, sha256, received_at, content_type, size, consignment_reference, place."documentId", place.position
     FROM jsonb_to_recordset($1::jsonb) AS place (id uuid, "documentId" uuid, position integer)
     JOIN documents ON document_id = place."documentId"
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(places satisfies readonly (InterchangePlace & { id: string })[])],
  );
  await transaction.query(
    `UPDATE documents SET messages = place.messages
     FROM (SELECT DISTINCT "documentId", messages FROM jsonb_to_recordset($1::jsonb) AS place ("documentId" uuid, messages integer)) AS place
     WHERE document_id = place."documentId" AND documents.messages IS NULL`,
    [JSON.stringify(places)],
  );
}

/** An interchange is checked when the last of its messages is: rejected if they all are. */
export async function settleInterchanges(transaction: EntityManager, ids: readonly string[]): Promise<void> {
  await transaction.query(
    `UPDATE documents AS interchange SET status = CASE WHEN accepted > 0 THEN 'accepted' ELSE 'rejected' END, may_come_again = accepted = 0, checked_at = last
     FROM (SELECT interchange_id, count(*) AS checked, count(*) FILTER (WHERE status = 'accepted') AS accepted, max(checked_at) AS last
           FROM documents WHERE interchange_id = ANY ($1) AND status <> 'received' GROUP BY interchange_id) AS counted
     WHERE document_id = counted.interchange_id AND messages = checked AND interchange.status = 'received'`,
    [ids],
  );
}
