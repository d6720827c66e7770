import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BUS_ROLE } from '#database';

/**
 * The bus's tables, which every room's schema has. `position` is the place in what the room has said, given
 * without gaps when the message is published; `time` keeps the offset it was written with.
 */
export class CreateBusTables1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        id uuid NOT NULL UNIQUE,
        ${ENVELOPE},
        position bigint
      );
      CREATE INDEX outbox_unpublished ON outbox (seq) WHERE position IS NULL;
      CREATE INDEX outbox_published ON outbox (topic, position) WHERE position IS NOT NULL;
      GRANT SELECT ON outbox TO ${BUS_ROLE};

      CREATE TABLE relay (is_only_row boolean PRIMARY KEY DEFAULT true CHECK (is_only_row), last_position bigint NOT NULL);
      INSERT INTO relay (last_position) VALUES (0);

      CREATE TABLE inbox (message_id uuid PRIMARY KEY, topic text NOT NULL, handled_at timestamptz NOT NULL DEFAULT now());

      CREATE TABLE cursor (topic text PRIMARY KEY, source text NOT NULL, position bigint NOT NULL);

      CREATE TABLE parked (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        message_id uuid NOT NULL UNIQUE,
        source text NOT NULL,
        ${ENVELOPE},
        state text NOT NULL CHECK (state IN ('parked', 'waiting')),
        error text,
        attempts integer NOT NULL,
        parked_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX parked_in_order ON parked (topic, key, seq);
    `);
    await keepData(runner);
    for (const table of ['outbox', 'relay', 'inbox', 'cursor', 'parked']) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY the_room ON ${table} USING (current_setting('yidan.scope', true) = 'room');
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outbox, relay, inbox, cursor, parked');
  }
}

const ENVELOPE = `
  topic text NOT NULL,
  key text NOT NULL,
  content_type text NOT NULL,
  attributes jsonb NOT NULL,
  time text NOT NULL,
  traceparent text NOT NULL,
  data bytea NOT NULL`;

/** lz4 where the server was built with it; otherwise as it is, because pglz costs more than the space is worth. */
async function keepData(runner: QueryRunner): Promise<void> {
  const [setting] = (await runner.query(
    `SELECT 'lz4' = ANY (enumvals) AS lz4 FROM pg_settings WHERE name = 'default_toast_compression'`,
  )) as { lz4: boolean }[];
  const storage = setting?.lz4 ? 'SET COMPRESSION lz4' : 'SET STORAGE EXTERNAL';
  for (const table of ['outbox', 'parked']) await runner.query(`ALTER TABLE ${table} ALTER COLUMN data ${storage}`);
}
