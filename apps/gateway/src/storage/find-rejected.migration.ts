import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A party's rejected documents, which are few among all. The condition is one that checking leaves as it is, so that no accepted document's row moves in its indexes. */
export class FindRejected1796169600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX documents_rejected ON documents (party, document_id DESC) WHERE may_come_again');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX documents_rejected');
  }
}
