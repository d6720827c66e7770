import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BUS_ROLE, keepLarge, letViewersSee, NOBODY } from '#database';

/**
 * The bus's tables, which every room's schema has. What a room says stands in `outbox`, numbered in its lane without gaps; `cursor` is how
 * far the room has handled what others say, lane by lane; `published` is how far its own words have gone to Kafka.
 */
export class CreateBusTables1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE lanes (topic text, lane smallint, last bigint NOT NULL, PRIMARY KEY (topic, lane)) WITH (fillfactor = 50);

      CREATE TABLE outbox (
        topic text,
        lane smallint,
        number bigint,
        id uuid NOT NULL,
        ${ENVELOPE},
        said_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (topic, lane, number)
      );

      CREATE TABLE published (
        topic text, lane smallint, number bigint NOT NULL, log_end bigint NOT NULL DEFAULT 0, PRIMARY KEY (topic, lane)
      ) WITH (fillfactor = 50);

      CREATE TABLE cursor (topic text, lane smallint, number bigint NOT NULL, PRIMARY KEY (topic, lane)) WITH (fillfactor = 50);

      CREATE TABLE parked (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        message_id uuid NOT NULL UNIQUE,
        source text NOT NULL,
        topic text NOT NULL,
        ${ENVELOPE},
        state text NOT NULL CHECK (state IN ('parked', 'waiting')),
        error text,
        attempts integer NOT NULL,
        parked_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX parked_in_order ON parked (topic, key, seq);

      CREATE TABLE parked_decisions (
        message_id uuid NOT NULL,
        topic text NOT NULL,
        key text NOT NULL,
        decision text NOT NULL CHECK (decision IN ('replay', 'discard')),
        error text,
        decided_by text NOT NULL,
        reason text NOT NULL,
        decided_at timestamptz NOT NULL DEFAULT now()
      );
    `);
    for (const table of ['outbox', 'parked']) await keepLarge(runner, table, 'data');
    await letViewersSee(runner, Object.fromEntries(TABLES.map((table) => [table, NOBODY])));
    for (const table of HEARD)
      await runner.query(`
        CREATE POLICY other_rooms ON ${table} FOR SELECT TO ${BUS_ROLE} USING (true);
        GRANT SELECT ON ${table} TO ${BUS_ROLE};
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${TABLES.join(', ')}`);
  }
}

/** What rooms read of each other: what was said, and how far somebody has heard it. */
const HEARD = ['lanes', 'outbox', 'cursor'];
const TABLES = ['lanes', 'outbox', 'published', 'cursor', 'parked', 'parked_decisions'];

/** `time` keeps the offset it was written with. */
const ENVELOPE = `
  key text NOT NULL,
  content_type text NOT NULL,
  attributes jsonb NOT NULL,
  time text NOT NULL,
  traceparent text NOT NULL,
  data bytea NOT NULL`;
