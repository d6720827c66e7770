import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when an Idempotency-Key is known, so that old ones can be forgotten. Rows come in the order of time: BRIN finds the old ones and costs no insert anything. */
export class AgeOfKeys1795780800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE idempotency_keys ADD COLUMN first_used_at timestamptz NOT NULL DEFAULT now();
      CREATE INDEX idempotency_keys_by_age ON idempotency_keys USING brin (first_used_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE idempotency_keys DROP COLUMN first_used_at');
  }
}
