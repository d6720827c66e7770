import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * For each record it is asked whether something was declared for its documents. With PostgreSQL's default the latest thousands of declarations lie in
 * a list that every such search reads through.
 */
export class FoundByDocuments1795784400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER INDEX declarations_documents SET (fastupdate = off)');
    await runner.query(`SELECT gin_clean_pending_list('declarations_documents')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER INDEX declarations_documents RESET (fastupdate)');
  }
}
