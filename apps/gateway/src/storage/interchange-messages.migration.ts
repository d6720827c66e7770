import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages of an interchange are documents of their own. Only what was handed in is known by its bytes. */
export class InterchangeMessages1795690800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE documents
        ADD COLUMN interchange_id uuid REFERENCES documents,
        ADD COLUMN position integer,
        ADD COLUMN messages integer,
        DROP CONSTRAINT documents_party_sha256_key;
      CREATE UNIQUE INDEX documents_handed_in ON documents (party, sha256) WHERE interchange_id IS NULL;
      CREATE UNIQUE INDEX messages_of_interchange ON documents (interchange_id, position) WHERE interchange_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM documents WHERE interchange_id IS NOT NULL;
      DROP INDEX messages_of_interchange, documents_handed_in;
      ALTER TABLE documents DROP COLUMN interchange_id, DROP COLUMN position, DROP COLUMN messages, ADD UNIQUE (party, sha256);
    `);
  }
}
