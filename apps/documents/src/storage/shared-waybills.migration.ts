import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The other records that a waybill belongs to. Who sees one of them may look it up by the waybill. */
export class SharedWaybills1796281200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE held_documents ADD COLUMN also_in uuid[] NOT NULL DEFAULT '{}';
      CREATE INDEX held_document_also_in ON held_documents USING gin (also_in) WITH (fastupdate = off) WHERE also_in <> '{}';
      CREATE INDEX held_document_shared ON held_documents (one_document_id) WHERE also_in <> '{}';
      ALTER POLICY viewers ON held_documents USING (${OF_A_RECORD_THEY_SEE} OR (also_in <> '{}' AND ${OF_ANOTHER_THEY_SEE}));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER POLICY viewers ON held_documents USING (${OF_A_RECORD_THEY_SEE});
      ALTER TABLE held_documents DROP COLUMN also_in;
    `);
  }
}

const OF_A_RECORD_THEY_SEE = 'EXISTS (SELECT FROM one_documents WHERE one_documents.id = one_document_id)';
const OF_ANOTHER_THEY_SEE = 'EXISTS (SELECT FROM one_documents WHERE one_documents.id = ANY (also_in))';
