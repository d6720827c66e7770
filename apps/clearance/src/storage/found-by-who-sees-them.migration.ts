import type { MigrationInterface, QueryRunner } from 'typeorm';
import { VIEWER_NAMES, VIEWER_PARTY, VIEWER_ROLE } from '#database';

/** A party's declarations are found in an index, also when they are few among all. What an index on an expression holds is measured by ANALYZE alone. */
export class FoundByWhoSeesThem1796169600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX declarations_seen_by ON declarations USING gin ((${SEEN_BY})) WITH (fastupdate = off);
      ALTER POLICY viewers ON declarations USING ((${SEEN_BY}) && ${VIEWER_NAMES});
      ANALYZE declarations;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER POLICY viewers ON declarations USING (
        ${VIEWER_PARTY} = declarant OR (${LODGED} AND (${VIEWER_ROLE} = 'customs' OR ${VIEWER_PARTY} = ANY (visible_to))));
      DROP INDEX declarations_seen_by;
    `);
  }
}

const LODGED = `status NOT IN ('drafted', 'withdrawn')`;
const SEEN_BY = `ARRAY[declarant] || CASE WHEN ${LODGED} THEN visible_to || ARRAY[' customs'] ELSE ARRAY[]::text[] END`;
