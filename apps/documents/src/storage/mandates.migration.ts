import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mandates of brokers, and who of those who see a record sees it by one alone. */
export class Mandates1796256000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE one_documents ADD COLUMN brokers text[] NOT NULL DEFAULT '{}', ADD COLUMN mandates jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE one_documents DROP COLUMN brokers, DROP COLUMN mandates');
  }
}
