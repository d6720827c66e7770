import type { MigrationInterface, QueryRunner } from 'typeorm';
import { VIEWER_PARTY, VIEWER_ROLE } from '#database';

/** A version is shown to who was a party to the record when it was made, and still is. Of those made before it is not known: who sees the record sees them. */
export class VersionsOfTheirParties1796302800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE one_document_versions ADD COLUMN visible_to text[];
      UPDATE one_document_versions SET visible_to = one_documents.visible_to FROM one_documents WHERE one_documents.id = one_document_id;
      ALTER TABLE one_document_versions ALTER COLUMN visible_to SET NOT NULL;
      ALTER POLICY viewers ON one_document_versions USING (
        (${VIEWER_ROLE} = 'customs' OR ${VIEWER_PARTY} = ANY (visible_to)) AND ${OF_A_RECORD_THEY_SEE});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER POLICY viewers ON one_document_versions USING (${OF_A_RECORD_THEY_SEE});
      ALTER TABLE one_document_versions DROP COLUMN visible_to;
    `);
  }
}

const OF_A_RECORD_THEY_SEE = 'EXISTS (SELECT FROM one_documents WHERE one_documents.id = one_document_id)';
