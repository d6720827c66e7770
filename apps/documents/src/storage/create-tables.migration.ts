import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepLarge, letViewersSee, NOBODY, VIEWER_PARTY, VIEWER_ROLE } from '#database';

export class CreateDocumentsTables1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE one_documents (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        state text NOT NULL,
        merged_into uuid,
        visible_to text[] NOT NULL,
        declared boolean NOT NULL DEFAULT false,
        names_rest_on_tables boolean NOT NULL,
        evidence jsonb NOT NULL,
        candidates uuid[] NOT NULL
      );
      CREATE INDEX one_document_visible_to ON one_documents USING gin (visible_to);
      CREATE INDEX one_document_names ON one_documents (id) WHERE state IN ('open', 'unjoined') AND names_rest_on_tables;

      CREATE TABLE one_document_versions (
        one_document_id uuid NOT NULL REFERENCES one_documents,
        version integer NOT NULL,
        changed_at timestamptz NOT NULL,
        record json NOT NULL,
        PRIMARY KEY (one_document_id, version)
      );

      CREATE TABLE held_documents (
        document_id uuid PRIMARY KEY,
        one_document_id uuid REFERENCES one_documents,
        identity text NOT NULL,
        status text NOT NULL,
        source json NOT NULL,
        content json NOT NULL,
        findings json NOT NULL,
        consignment_reference text
      );
      CREATE INDEX held_document_record ON held_documents (one_document_id);
      CREATE INDEX held_document_identity ON held_documents (identity);

      CREATE TABLE join_keys (
        document_id uuid NOT NULL REFERENCES held_documents,
        type text NOT NULL,
        value text NOT NULL,
        PRIMARY KEY (type, value, document_id)
      );

      CREATE TABLE goods_keys (
        one_document_id uuid NOT NULL REFERENCES one_documents,
        subject text NOT NULL,
        PRIMARY KEY (subject, one_document_id)
      );

      CREATE TABLE resolutions (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        resolution_id text NOT NULL,
        resolution jsonb NOT NULL
      );

      CREATE TABLE crosswalk_parts (
        scheme text NOT NULL,
        edition_id uuid NOT NULL,
        edition text NOT NULL,
        part integer NOT NULL,
        rows json NOT NULL,
        PRIMARY KEY (scheme, edition_id, part)
      );

      CREATE TABLE crosswalk_tables (
        scheme text PRIMARY KEY,
        edition_id uuid NOT NULL,
        seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE
      );
    `);
    await letViewersSee(runner, {
      one_documents: `${VIEWER_PARTY} = ANY (visible_to) OR (${VIEWER_ROLE} = 'customs' AND declared)`,
      one_document_versions: OF_A_RECORD_THEY_SEE,
      held_documents: OF_A_RECORD_THEY_SEE,
      join_keys: 'true',
      goods_keys: NOBODY,
      resolutions: NOBODY,
      crosswalk_parts: NOBODY,
      crosswalk_tables: NOBODY,
    });
    await keepLarge(runner, 'one_document_versions', 'record');
    await keepLarge(runner, 'held_documents', 'content');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE crosswalk_tables, crosswalk_parts, resolutions, goods_keys, join_keys, held_documents, one_document_versions, one_documents',
    );
  }
}

const OF_A_RECORD_THEY_SEE = 'EXISTS (SELECT FROM one_documents WHERE one_documents.id = one_document_id)';
