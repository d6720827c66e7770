import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What customs states of duties, taxes and fees with its answers. */
export class DutiesOfAnswers1796299200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE declaration_steps ADD COLUMN duties jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE declaration_steps DROP COLUMN duties');
  }
}
