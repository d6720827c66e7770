import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which version of what was agreed with its sender a document was checked with. */
export class EdifactProfileVersion1795694400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE documents ADD COLUMN edifact_profile_version integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE documents DROP COLUMN edifact_profile_version');
  }
}
