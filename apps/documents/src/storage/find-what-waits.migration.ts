import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From a record to what waits to join it, or joined it before. */
export class FindWhatWaits1796083200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX one_document_candidates ON one_documents USING gin (candidates) WITH (fastupdate = off) WHERE state = 'unjoined';
      CREATE INDEX one_document_merged_into ON one_documents (merged_into) WHERE merged_into IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX one_document_candidates, one_document_merged_into');
  }
}
