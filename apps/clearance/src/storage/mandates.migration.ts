import type { MigrationInterface, QueryRunner } from 'typeorm';
import { letViewersSee, VIEWER_NAMES, VIEWER_PARTY, VIEWER_ROLE } from '#database';

/** Forwarders give brokers mandates; brokers declare by them, and have standing instructions of their own. */
export class Mandates1796256000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MANDATES);
    await letViewersSee(runner, { mandates: `(${SEEN_BY}) && ${VIEWER_NAMES}` });
    await runner.query(`
      ALTER TABLE records ADD COLUMN brokers text[] NOT NULL DEFAULT '{}';
      ALTER TABLE declarations ADD COLUMN principal text, ADD COLUMN mandate_id text COLLATE "C" REFERENCES mandates (id);
      CREATE INDEX declarations_of_mandate ON declarations (mandate_id) WHERE mandate_id IS NOT NULL;
      ALTER TABLE standing_instructions
        ADD COLUMN role text NOT NULL DEFAULT 'forwarder',
        ADD COLUMN broker text,
        DROP CONSTRAINT standing_instructions_pkey,
        ADD PRIMARY KEY (party, role, type),
        DROP CONSTRAINT standing_instructions_action_check,
        ADD CONSTRAINT standing_instructions_action_check
          CHECK (action IN ('draft', 'lodge') AND broker IS NULL OR action = 'mandate' AND broker IS NOT NULL);
      ALTER POLICY viewers ON standing_instructions USING (${VIEWER_PARTY} = party AND ${VIEWER_ROLE} = role)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER POLICY viewers ON standing_instructions USING (${VIEWER_PARTY} = party);
      DELETE FROM standing_instructions WHERE role = 'broker' OR action = 'mandate';
      ALTER TABLE standing_instructions
        DROP CONSTRAINT standing_instructions_action_check,
        ADD CONSTRAINT standing_instructions_action_check CHECK (action IN ('draft', 'lodge')),
        DROP CONSTRAINT standing_instructions_pkey,
        ADD PRIMARY KEY (party, type),
        DROP COLUMN broker,
        DROP COLUMN role;
      ALTER TABLE declarations DROP COLUMN mandate_id, DROP COLUMN principal;
      ALTER TABLE records DROP COLUMN brokers;
      DROP TABLE mandates`);
  }
}

const SEEN_BY = 'ARRAY[principal, broker]';

const MANDATES = `
  CREATE TABLE mandates (
    id text COLLATE "C" PRIMARY KEY,
    one_document_id text NOT NULL,
    type text NOT NULL CHECK (type IN ('export', 'import')),
    principal text NOT NULL,
    broker text NOT NULL,
    given_at timestamptz NOT NULL,
    revoked_at timestamptz,
    revoked_because text
  );
  CREATE INDEX mandates_of_record ON mandates (one_document_id);
  CREATE INDEX mandates_seen_by ON mandates USING gin ((${SEEN_BY})) WITH (fastupdate = off);
`;
