import type { MigrationInterface, QueryRunner } from 'typeorm';
import { letViewersSee, NOBODY, VIEWER_PARTY, VIEWER_ROLE } from '#database';

export class CreateCommoditiesTables1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE resolution (
        id uuid NOT NULL,
        version integer NOT NULL,
        seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        party text NOT NULL,
        subject_key text NOT NULL,
        subject jsonb NOT NULL,
        answer jsonb NOT NULL,
        reason text NOT NULL,
        resolved_by text NOT NULL,
        resolved_at timestamptz NOT NULL,
        superseded boolean NOT NULL DEFAULT false,
        PRIMARY KEY (id, version)
      );
      CREATE UNIQUE INDEX resolution_current ON resolution (subject_key, party) WHERE NOT superseded;
      CREATE INDEX resolution_newest ON resolution (party, seq) WHERE NOT superseded;

      CREATE TABLE unsettled_goods (
        one_document_id text NOT NULL,
        sequence integer NOT NULL,
        seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        one_document_version integer NOT NULL,
        visible_to text[] NOT NULL,
        goods jsonb NOT NULL,
        noticed_at timestamptz NOT NULL,
        PRIMARY KEY (one_document_id, sequence)
      );

      CREATE TABLE table_edition (
        id uuid PRIMARY KEY,
        seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        scheme text NOT NULL,
        edition text NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        source text NOT NULL,
        exported boolean NOT NULL,
        sha256 text NOT NULL,
        sent_by text NOT NULL,
        sent_at timestamptz NOT NULL,
        state text NOT NULL,
        lines integer,
        lines_read integer NOT NULL DEFAULT 0,
        findings jsonb NOT NULL DEFAULT '[]',
        findings_count integer NOT NULL DEFAULT 0,
        in_force_at timestamptz,
        rolled_back_by text,
        rolled_back_reason text,
        reexamination jsonb
      );
      CREATE UNIQUE INDEX table_edition_in_force ON table_edition (scheme) WHERE state = 'inForce';
      CREATE INDEX table_edition_waiting ON table_edition (valid_from) WHERE state = 'waiting';

      CREATE TABLE table_content (
        edition_id uuid PRIMARY KEY REFERENCES table_edition,
        content bytea NOT NULL
      );

      CREATE TABLE table_part (
        edition_id uuid NOT NULL REFERENCES table_edition,
        part integer NOT NULL,
        rows json NOT NULL,
        PRIMARY KEY (edition_id, part)
      );
    `);
    await letViewersSee(runner, {
      resolution: `${VIEWER_ROLE} = 'customs' OR party IN (${VIEWER_PARTY}, '*')`,
      unsettled_goods: `${VIEWER_ROLE} = 'customs' OR ${VIEWER_PARTY} = ANY (visible_to)`,
      table_edition: 'true',
      table_content: NOBODY,
      table_part: NOBODY,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE table_part, table_content, table_edition, unsettled_goods, resolution');
  }
}
