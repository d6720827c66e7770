import type pg from 'pg';
import { hearersOf, topics } from '#contracts';
import type { Received } from './load.js';

/** Each a query that finds what is wrong, as sentences; nothing when all is well. */
const CHECKS: readonly string[] = [
  // Lost, or not where it belongs.
  `SELECT format('The document %s was acknowledged; its receipt is %s, its record %s, the record told to the sender %s.',
     id, coalesce(documents.status, 'lost'), coalesce(held.one_document_id::text, 'none'), coalesce(documents.one_document_id::text, 'none'))
   FROM receipts LEFT JOIN gateway.documents ON document_id = id LEFT JOIN documents.held_documents AS held ON held.document_id = id
   WHERE documents.status IS DISTINCT FROM 'accepted' OR held.one_document_id IS NULL`,
  `SELECT format('The consignment %s is in the records %s.', consignment, string_agg(DISTINCT one_document_id::text, ', '))
   FROM receipts JOIN documents.held_documents ON document_id = id GROUP BY consignment HAVING count(DISTINCT one_document_id) <> 1`,
  `SELECT format('The record %s holds documents of %s consignments.', one_document_id, count(DISTINCT consignment))
   FROM receipts JOIN documents.held_documents ON document_id = id GROUP BY one_document_id HAVING count(DISTINCT consignment) <> 1`,
  `SELECT format('The record %s of a consignment is %s.', one_documents.id, state)
   FROM documents.one_documents WHERE state NOT IN ('open', 'merged')`,
  // Twice, or out of nothing.
  `SELECT format('The document %s was acknowledged to nobody.', document_id)
   FROM gateway.documents FULL JOIN documents.held_documents USING (document_id) WHERE document_id NOT IN (SELECT id FROM receipts)`,
  `SELECT format('The document %s has %s originals.', id, count(bytes)) FROM receipts LEFT JOIN gateway.originals ON document_id = id
   GROUP BY id HAVING count(bytes) <> 1`,
  `SELECT format('The record %s has %s lodged declarations.', one_documents.id, count(declarations.id))
   FROM documents.one_documents LEFT JOIN clearance.declarations ON one_document_id = one_documents.id::text
   WHERE state = 'open' GROUP BY one_documents.id HAVING count(declarations.id) <> 1 OR min(declarations.status) <> 'lodged'`,
  `SELECT format('The declaration %s is of no live record.', declarations.id)
   FROM clearance.declarations LEFT JOIN documents.one_documents ON one_document_id = one_documents.id::text
   WHERE state IS DISTINCT FROM 'open'`,
  `SELECT format('The declaration %s has %s steps.', declarations.id, count(declaration_id))
   FROM clearance.declarations LEFT JOIN clearance.declaration_steps ON declaration_id = declarations.id
   GROUP BY declarations.id HAVING count(declaration_id) <> 1`,
  // Versions.
  `SELECT format('The record %s has %s versions, the last is %s.', id, count(versions.version), one_documents.version)
   FROM documents.one_documents LEFT JOIN documents.one_document_versions AS versions ON one_document_id = id
   GROUP BY id, one_documents.version
   HAVING count(versions.version) <> one_documents.version OR min(versions.version) <> 1 OR max(versions.version) <> one_documents.version`,
  `SELECT format('Of the record %s, version %s is known to clearance, %s to tracking; it is %s.', id, cleared.version, tracked.version, made.version)
   FROM documents.one_documents AS made LEFT JOIN clearance.records AS cleared ON cleared.one_document_id = id::text
     LEFT JOIN tracking.records AS tracked ON tracked.one_document_id = id
   WHERE cleared.version IS DISTINCT FROM made.version OR tracked.version IS DISTINCT FROM made.version`,
  `SELECT format('Of the record %s, version %s was said as the %s.', key, version, place) FROM (
     SELECT key, (convert_from(data, 'UTF8')::json #>> '{oneDocument,version}')::integer AS version,
       row_number() OVER (PARTITION BY key ORDER BY number) AS place
     FROM documents.outbox WHERE topic = '${topics.oneDocumentChanged}') AS said
   WHERE version <> place`,
  // The timeline.
  `SELECT format('The timeline has %s steps %s of the document %s.', count(step_id), step, id)
   FROM receipts CROSS JOIN (VALUES ('document.received'), ('document.accepted')) AS wanted (step)
     LEFT JOIN tracking.steps ON subject_id = id AND kind = step
   GROUP BY id, step HAVING count(step_id) <> 1`,
  `SELECT format('The timeline has %s steps of the record %s with %s versions.', count(step_id), id, version)
   FROM documents.one_documents LEFT JOIN tracking.steps ON subject_id = id AND kind LIKE 'record.%'
   GROUP BY id, version HAVING count(step_id) <> version`,
  `SELECT format('The timeline has %s lodged declarations of the record %s.', count(step_id), id)
   FROM documents.one_documents LEFT JOIN tracking.steps ON subject_id = id AND kind = 'declaration.lodged'
   WHERE state = 'open' GROUP BY id HAVING count(step_id) <> 1`,
  `SELECT format('The news tells the step %s %s times.', step_id, count(number))
   FROM tracking.steps LEFT JOIN (SELECT number, unnest(step_ids) AS step_id FROM tracking.news) AS told USING (step_id)
   WHERE kind LIKE 'record.%' OR kind LIKE 'declaration.%' GROUP BY step_id HAVING count(number) <> 1`,
  `SELECT format('The news has %s entries, the last is %s.', count(number), last)
   FROM tracking.news_numbers LEFT JOIN tracking.news ON true GROUP BY last HAVING count(number) <> last`,
  // The bus.
  ...['gateway', 'documents', 'commodities', 'clearance', 'tracking'].flatMap((room) => [
    `SELECT format('${room} has parked %s of %s: %s', state, topic, error) FROM ${room}.parked`,
    `SELECT format('The lane %s of %s has %s messages, the last is %s.', lane, topic, count(number), last)
     FROM ${room}.lanes LEFT JOIN ${room}.outbox USING (topic, lane) GROUP BY topic, lane, last
     HAVING count(number) <> last OR min(number) <> 1 OR max(number) <> last`,
  ]),
  ...Object.values(topics).flatMap((topic) =>
    hearersOf(topic).map(
      (room) => `
        SELECT format('${room} is at %s of %s in the lane %s of %s.', number, last, lane, topic)
        FROM ${topic.split('.')[0]}.lanes LEFT JOIN ${room}.cursor USING (topic, lane)
        WHERE topic = '${topic}' AND number IS DISTINCT FROM last`,
    ),
  ),
  `SELECT format('%s went from %s to %s in the lane %s of %s.', room, before, after, lane, topic) FROM witness.steps_back`,
];

export async function pointsOfFault(database: pg.Client, received: ReadonlyMap<number, Received>): Promise<string[]> {
  await database.query('CREATE TEMPORARY TABLE receipts (consignment integer, id uuid)');
  const rows = [...received].flatMap(([index, { waybill, bill }]) => [waybill, bill].map((id) => ({ index, id })));
  await database.query('INSERT INTO receipts SELECT * FROM unnest($1::integer[], $2::uuid[])', [
    rows.map(({ index }) => index),
    rows.map(({ id }) => id),
  ]);
  const faults: string[] = [];
  for (const check of CHECKS) {
    const found = await database.query<{ format: string }>(check);
    faults.push(...found.rows.map(({ format }) => format));
  }
  return faults;
}

/**
 * Writes down whenever a room's place in a lane does not move forward. Numbers have no gaps and a batch starts at the place, so a room whose
 * places only grow has handled each message once, in order.
 */
export async function watchCursors(database: pg.Client): Promise<void> {
  await database.query(`
    CREATE SCHEMA witness;
    CREATE TABLE witness.steps_back (room text, topic text, lane integer, before bigint, after bigint);
    CREATE FUNCTION witness.look() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
      INSERT INTO witness.steps_back VALUES (TG_TABLE_SCHEMA, NEW.topic, NEW.lane, OLD.number, NEW.number);
      RETURN NULL;
    END $$;
    GRANT USAGE ON SCHEMA witness TO PUBLIC`);
  for (const room of ['gateway', 'documents', 'commodities', 'clearance', 'tracking'])
    await database.query(`
      CREATE TRIGGER witness AFTER UPDATE ON ${room}.cursor FOR EACH ROW WHEN (NEW.number <= OLD.number) EXECUTE FUNCTION witness.look()`);
}
