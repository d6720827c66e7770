import type { MigrationInterface, QueryRunner } from 'typeorm';

/** All records that a waybill over several bills belongs to. */
export class AlsoIn1796317200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE documents ADD COLUMN also_in uuid[] NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE documents DROP COLUMN also_in');
  }
}
