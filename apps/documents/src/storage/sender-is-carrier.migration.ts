import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a carrier sent a document, which says what its container numbers prove. Of those from before it is not known any more; they joined as a carrier's did. */
export class SenderIsCarrier1795867200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE held_documents ADD COLUMN sender_is_carrier boolean NOT NULL DEFAULT true');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE held_documents DROP COLUMN sender_is_carrier');
  }
}
