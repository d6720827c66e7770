import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one party settles about one subject is told apart by the route it was settled for; what there is holds for every route. */
export class RoutesOfResolutions1795755600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE resolution ADD COLUMN route_key text NOT NULL DEFAULT '', ADD COLUMN route jsonb;
      ALTER TABLE unsettled_goods ADD COLUMN route jsonb;
      DROP INDEX resolution_standing, resolution_proposed, resolution_version;
      CREATE UNIQUE INDEX resolution_standing ON resolution (subject_key, party, route_key) WHERE state = 'standing';
      CREATE UNIQUE INDEX resolution_proposed ON resolution (subject_key, party, route_key) WHERE state = 'proposed';
      CREATE UNIQUE INDEX resolution_version ON resolution (subject_key, party, route_key, version);
    `);
  }

  /** Answers for one route would hold for every route: they go. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM resolution WHERE route_key <> '';
      DROP INDEX resolution_standing, resolution_proposed, resolution_version;
      CREATE UNIQUE INDEX resolution_standing ON resolution (subject_key, party) WHERE state = 'standing';
      CREATE UNIQUE INDEX resolution_proposed ON resolution (subject_key, party) WHERE state = 'proposed';
      CREATE UNIQUE INDEX resolution_version ON resolution (subject_key, party, version);
      ALTER TABLE unsettled_goods DROP COLUMN route;
      ALTER TABLE resolution DROP COLUMN route, DROP COLUMN route_key;
    `);
  }
}
