import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An event of a container is the event of all records that a document of one of them ties together, and ambiguous in none: also where a waybill and a master bill are shared, each a record too. */
export class EventsOfSharedDocuments1796349600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      belongingsOf(`NOT by_reference AND (SELECT count(*) > 1 FROM best) AND NOT EXISTS (
             SELECT FROM best AS one WHERE NOT EXISTS (
               SELECT FROM best AS other WHERE other.one_document_id <> one.one_document_id AND NOT EXISTS (
                 SELECT FROM record_keys AS its JOIN record_keys AS theirs USING (type, value)
                 WHERE type = 'transportDocument' AND its.one_document_id = one.one_document_id AND theirs.one_document_id = other.one_document_id)))`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      belongingsOf(`NOT by_reference AND (SELECT count(*) > 1 FROM best) AND NOT EXISTS (
             SELECT FROM record_keys JOIN best USING (one_document_id) WHERE type = 'transportDocument'
             GROUP BY value HAVING count(*) = (SELECT count(*) FROM best))`),
    );
  }
}

/** The records an event belongs to, as in CreateTransportEvents. */
const belongingsOf = (ambiguous: string): string => `
  CREATE OR REPLACE FUNCTION belongings_of(event text)
  RETURNS TABLE (one_document_id uuid, belongs_by text, ambiguous boolean, only_for text) LANGUAGE sql STABLE ROWS 1
  BEGIN ATOMIC
    WITH matches AS (
      SELECT record_keys.one_document_id,
             bool_or(type <> 'container') AS by_reference,
             bool_or(type = 'container') AS by_container,
             bool_or(occurs_at BETWEEN starts_at - interval '36 hours' AND ends_at + interval '36 hours') AS within,
             bool_or(occurs_at BETWEEN starts_at - interval '30 days' AND ends_at + interval '30 days') AS near,
             max(event_keys.only_for) AS only_for
      FROM event_keys JOIN record_keys USING (type, value)
      WHERE step_id = event
      GROUP BY record_keys.one_document_id
    ), ranked AS (
      SELECT matches.*,
             CASE WHEN by_reference AND by_container THEN 1 WHEN by_reference THEN 2 WHEN within THEN 3 WHEN near THEN 4 END AS rank
      FROM matches
    ), best AS (
      SELECT * FROM ranked WHERE rank = (SELECT min(rank) FROM ranked)
    )
    SELECT best.one_document_id, CASE WHEN by_reference THEN 'reference' ELSE 'container' END, ${ambiguous}, best.only_for
    FROM best;
  END`;
