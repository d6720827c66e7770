import type { MigrationInterface, QueryRunner } from 'typeorm';
import { letViewersSee, VIEWER_PARTY, VIEWER_ROLE } from '#database';

/** What was agreed with parties about their EDIFACT. A version is never changed. */
export class EdifactProfiles1795694400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE edifact_profiles (
        party text NOT NULL,
        version integer NOT NULL,
        seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        profile jsonb NOT NULL,
        reason text NOT NULL,
        set_by text NOT NULL,
        set_at timestamptz NOT NULL,
        PRIMARY KEY (party, version)
      );
    `);
    await letViewersSee(runner, { edifact_profiles: `${VIEWER_ROLE} = 'operator' OR party = ${VIEWER_PARTY}` });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE edifact_profiles');
  }
}
