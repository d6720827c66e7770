import type { MigrationInterface, QueryRunner } from 'typeorm';
import { letViewersSee, NOBODY, roleOf, roomOf } from '#database';

/** A table that a room empties and fills to see whether its database still takes writes. EXTERNAL: what is written is not made smaller first. */
export class CreateWriteProbe1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE write_probe (bytes bytea NOT NULL);
      ALTER TABLE write_probe ALTER COLUMN bytes SET STORAGE EXTERNAL;
      GRANT TRUNCATE ON write_probe TO ${roleOf(await roomOf(runner))};
    `);
    await letViewersSee(runner, { write_probe: NOBODY });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE write_probe');
  }
}
