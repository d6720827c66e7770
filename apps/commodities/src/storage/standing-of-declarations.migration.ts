import type { MigrationInterface, QueryRunner } from 'typeorm';
import { letViewersSee, NOBODY } from '#database';

/** What became of declarations that rest on resolutions: customs ended them, or they were amended. */
export class StandingOfDeclarations1796277600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE declaration_standing (declaration_id text PRIMARY KEY, amendment text NOT NULL, ended text);
      ALTER TABLE resolution_use ADD COLUMN amendment text NOT NULL DEFAULT '';
      DROP INDEX resolution_use_once;
      CREATE UNIQUE INDEX resolution_use_once ON resolution_use (
        one_document_id, one_document_version, resolution_id, resolution_version, coalesce(declaration_id, ''), amendment
      );
      CREATE INDEX resolution_use_of_declaration ON resolution_use (declaration_id) WHERE declaration_id IS NOT NULL;
    `);
    await letViewersSee(runner, { declaration_standing: NOBODY });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE declaration_standing;
      DROP INDEX resolution_use_of_declaration, resolution_use_once;
      DELETE FROM resolution_use WHERE amendment <> '';
      UPDATE resolution_use SET status = 'lodged' WHERE declaration_id IS NOT NULL;
      ALTER TABLE resolution_use DROP COLUMN amendment;
      CREATE UNIQUE INDEX resolution_use_once ON resolution_use (
        one_document_id, one_document_version, resolution_id, resolution_version, coalesce(declaration_id, '')
      );
    `);
  }
}
