import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which kinds of news a webhook is told; NULL: all. */
export class ChooseWebhookKinds1796295600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE webhooks ADD COLUMN kinds text[]');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE webhooks DROP COLUMN kinds');
  }
}
