import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The code and the words of customs' receipt, on the step it took or that it left where it was. */
export class ChannelOfSteps1795698000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE declaration_steps ADD COLUMN channel jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE declaration_steps DROP COLUMN channel');
  }
}
