import type { MigrationInterface, QueryRunner } from 'typeorm';
import { VIEWER_NAMES, VIEWER_PARTY, VIEWER_ROLE } from '#database';

/** A party's goods in the queue are found in an index, also when they are few among all. */
export class FoundByWhoSeesThem1796328000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX unsettled_goods_seen_by ON unsettled_goods USING gin ((${SEEN_BY})) WITH (fastupdate = off);
      ALTER POLICY viewers ON unsettled_goods USING ((${SEEN_BY}) && ${VIEWER_NAMES});
      ANALYZE unsettled_goods;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER POLICY viewers ON unsettled_goods USING (${VIEWER_ROLE} = 'customs' OR ${VIEWER_PARTY} = ANY (visible_to));
      DROP INDEX unsettled_goods_seen_by;
    `);
  }
}

const SEEN_BY = `visible_to || ARRAY[' customs']`;
