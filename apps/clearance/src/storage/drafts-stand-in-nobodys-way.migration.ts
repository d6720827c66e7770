import type { MigrationInterface, QueryRunner } from 'typeorm';
import { VIEWER_PARTY, VIEWER_ROLE } from '#database';

/** What is lodged is there once for all parties; a draft once for its declarant, who can withdraw it. Nobody else sees either of the two. */
export class DraftsStandInNobodysWay1795683600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STATUSES('drafted', 'withdrawn', 'lodged', 'accepted', 'rejected', 'inspection', 'released'));
    await runner.query(`
      DROP INDEX declarations_once;
      CREATE UNIQUE INDEX declarations_lodged_once ON declarations (one_document_id, type)
        WHERE status NOT IN ('drafted', 'withdrawn', 'rejected');
      CREATE UNIQUE INDEX declarations_drafted_once ON declarations (one_document_id, type, declarant) WHERE status = 'drafted'`);
    await runner.query(VISIBLE(`status NOT IN ('drafted', 'withdrawn')`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(VISIBLE(`status <> 'drafted'`));
    await runner.query(`
      DROP INDEX declarations_lodged_once, declarations_drafted_once;
      CREATE UNIQUE INDEX declarations_once ON declarations (one_document_id, type) WHERE status <> 'rejected'`);
    await runner.query(STATUSES('drafted', 'lodged', 'accepted', 'rejected', 'inspection', 'released'));
  }
}

const STATUSES = (...statuses: readonly string[]): string => `
  ALTER TABLE declarations DROP CONSTRAINT declarations_status_check,
    ADD CONSTRAINT declarations_status_check CHECK (status IN (${statuses.map((status) => `'${status}'`).join(', ')}))`;

const VISIBLE = (toOthers: string): string => `
  ALTER POLICY viewers ON declarations USING (
    ${VIEWER_PARTY} = declarant OR (${toOthers} AND (${VIEWER_ROLE} = 'customs' OR ${VIEWER_PARTY} = ANY (visible_to))))`;
