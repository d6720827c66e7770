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
        how text NOT NULL,
        state text NOT NULL,
        resolved_by text NOT NULL,
        person text,
        resolved_at timestamptz NOT NULL,
        review jsonb,
        origin jsonb,
        seen jsonb,
        PRIMARY KEY (id, version)
      );
      CREATE UNIQUE INDEX resolution_standing ON resolution (subject_key, party) WHERE state = 'standing';
      CREATE UNIQUE INDEX resolution_proposed ON resolution (subject_key, party) WHERE state = 'proposed';
      CREATE UNIQUE INDEX resolution_version ON resolution (subject_key, party, version);
      CREATE INDEX resolution_newest ON resolution (party, state, seq);
      CREATE INDEX resolution_seen ON resolution ((seen->>'oneDocumentId'), party);

      CREATE TABLE resolution_use (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        resolution_id uuid NOT NULL,
        resolution_version integer NOT NULL,
        one_document_id text NOT NULL,
        one_document_version integer NOT NULL,
        declaration_id text,
        sequences integer[] NOT NULL,
        status text NOT NULL,
        used_at timestamptz NOT NULL,
        visible_to text[] NOT NULL
      );
      CREATE UNIQUE INDEX resolution_use_once ON resolution_use (
        one_document_id, one_document_version, resolution_id, resolution_version, coalesce(declaration_id, '')
      );
      CREATE INDEX resolution_use_of ON resolution_use (resolution_id, seq);

      CREATE TABLE party_settings (
        party text PRIMARY KEY,
        four_eyes boolean NOT NULL,
        changed_by text NOT NULL,
        changed_at timestamptz NOT NULL,
        off_asked_by text
      );

      CREATE TABLE unsettled_goods (
        one_document_id text NOT NULL,
        sequence integer NOT NULL,
        seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        one_document_version integer NOT NULL,
        visible_to text[] NOT NULL,
        goods jsonb NOT NULL,
        earlier jsonb NOT NULL DEFAULT '[]',
        subject jsonb NOT NULL,
        subject_key text NOT NULL,
        noticed_at timestamptz NOT NULL,
        PRIMARY KEY (one_document_id, sequence)
      );

      CREATE TABLE refused_candidates (
        id uuid PRIMARY KEY,
        seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        party text NOT NULL,
        subject_key text NOT NULL,
        hs_codes text[] NOT NULL,
        reason text NOT NULL,
        refused_by text NOT NULL,
        person text,
        refused_at timestamptz NOT NULL,
        seen jsonb NOT NULL
      );
      CREATE INDEX refused_candidates_of ON refused_candidates (subject_key);

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
      resolution: `${VIEWER_ROLE} = 'customs' OR party = ${VIEWER_PARTY}
        OR (party = '*' AND state NOT IN ('proposed', 'rejected'))`,
      resolution_use: `${VIEWER_ROLE} = 'customs' OR ${VIEWER_PARTY} = ANY (visible_to)`,
      party_settings: `party = ${VIEWER_PARTY}`,
      refused_candidates: `${VIEWER_ROLE} = 'customs' OR party IN (${VIEWER_PARTY}, '*')`,
      unsettled_goods: `${VIEWER_ROLE} = 'customs' OR ${VIEWER_PARTY} = ANY (visible_to)`,
      table_edition: 'true',
      table_content: NOBODY,
      table_part: NOBODY,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE table_part, table_content, table_edition, refused_candidates, unsettled_goods, party_settings,
        resolution_use, resolution
    `);
  }
}
