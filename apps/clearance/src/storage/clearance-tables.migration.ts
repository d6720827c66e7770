import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepLarge, letViewersSee, VIEWER_PARTY, VIEWER_ROLE } from '#database';

const CUSTOMS = `${VIEWER_ROLE} = 'customs'`;

/** Which rows a viewer sees, by table. A draft is its declarant's own affair until it is lodged. */
const VISIBLE: Readonly<Record<string, string>> = {
  records: `${CUSTOMS} OR ${VIEWER_PARTY} = ANY(visible_to)`,
  aeo_entries: `${CUSTOMS} OR ${VIEWER_PARTY} = party_code`,
  declarations: `${VIEWER_PARTY} = declarant OR (status <> 'drafted' AND (${CUSTOMS} OR ${VIEWER_PARTY} = ANY(visible_to)))`,
  declaration_steps: `EXISTS (SELECT 1 FROM declarations WHERE declarations.id = declaration_id)`,
  standing_instructions: `${VIEWER_PARTY} = party`,
};

export class ClearanceTables1763942400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(INDEXES);
    await keepLarge(runner, 'records', 'record');
    await keepLarge(runner, 'declarations', 'declaration');
    await letViewersSee(runner, VISIBLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${Object.keys(VISIBLE).reverse().join(', ')}`);
  }
}

const TABLES = `
  CREATE TABLE records (
    one_document_id text PRIMARY KEY,
    version integer NOT NULL,
    state text NOT NULL,
    visible_to text[] NOT NULL,
    ready_for text[] NOT NULL,
    document_ids text[] NOT NULL,
    record jsonb NOT NULL
  );
  CREATE TABLE aeo_entries (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    party_code text NOT NULL,
    aeo_code text NOT NULL,
    grade text NOT NULL,
    country text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    mutual_recognition jsonb NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL
  );
  CREATE TABLE declarations (
    id text COLLATE "C" PRIMARY KEY,
    one_document_id text NOT NULL,
    one_document_version integer NOT NULL,
    type text NOT NULL CHECK (type IN ('export', 'import')),
    mode text NOT NULL,
    status text NOT NULL CHECK (status IN ('drafted', 'lodged', 'accepted', 'rejected', 'inspection', 'released')),
    declarant text NOT NULL,
    document_ids text[] NOT NULL,
    visible_to text[] NOT NULL,
    declaration jsonb NOT NULL,
    lodged_at timestamptz,
    changed_at timestamptz NOT NULL
  );
  CREATE TABLE declaration_steps (
    declaration_id text COLLATE "C" NOT NULL REFERENCES declarations (id),
    sequence integer NOT NULL,
    status text NOT NULL,
    taken_by text NOT NULL,
    at text NOT NULL,
    reasons jsonb NOT NULL,
    reference text,
    PRIMARY KEY (declaration_id, sequence)
  );
  CREATE TABLE standing_instructions (
    party text NOT NULL,
    type text NOT NULL CHECK (type IN ('export', 'import')),
    mode text NOT NULL,
    action text NOT NULL CHECK (action IN ('draft', 'lodge')),
    given_at timestamptz NOT NULL,
    PRIMARY KEY (party, type)
  );
`;

const INDEXES = `
  CREATE INDEX records_visible_to ON records USING gin (visible_to);
  CREATE INDEX aeo_entries_party ON aeo_entries (party_code);
  CREATE INDEX aeo_entries_code ON aeo_entries (aeo_code);
  CREATE UNIQUE INDEX declarations_once ON declarations (one_document_id, type) WHERE status <> 'rejected';
  CREATE INDEX declarations_documents ON declarations USING gin (document_ids);
  CREATE INDEX declarations_status ON declarations (status, id);
  CREATE INDEX declarations_of_record ON declarations (one_document_id);
`;
