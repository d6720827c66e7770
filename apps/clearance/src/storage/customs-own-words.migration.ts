import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Customs' number of a declaration, what customs states with its answers, and where they said more than is kept. */
export class CustomsOwnWords1796274000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE declarations ADD COLUMN customs_number text COLLATE "C";
      CREATE INDEX declarations_customs_number ON declarations (customs_number, id) WHERE customs_number IS NOT NULL;
      ALTER TABLE declaration_steps
        ADD COLUMN statements jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN findings jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE declaration_steps DROP COLUMN statements, DROP COLUMN findings;
      ALTER TABLE declarations DROP COLUMN customs_number`);
  }
}
