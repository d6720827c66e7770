import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The bytes of a rejected document may come again as another one. A retry under the same Idempotency-Key still gets the first. */
export class RejectedComeAgain1795867200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE documents ADD COLUMN may_come_again boolean NOT NULL DEFAULT false;
      UPDATE documents SET may_come_again = true WHERE status = 'rejected';
      DROP INDEX documents_handed_in;
      CREATE UNIQUE INDEX documents_handed_in ON documents (party, sha256) WHERE interchange_id IS NULL AND NOT may_come_again;
      ALTER TABLE idempotency_keys ADD COLUMN document_id uuid;
    `);
  }

  /** Not once something has come again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE idempotency_keys DROP COLUMN document_id;
      DROP INDEX documents_handed_in;
      CREATE UNIQUE INDEX documents_handed_in ON documents (party, sha256) WHERE interchange_id IS NULL;
      ALTER TABLE documents DROP COLUMN may_come_again;
    `);
  }
}
