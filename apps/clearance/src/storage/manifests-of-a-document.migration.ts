import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the manifests of a transport document, whichever record it was in when they were sent. */
export class ManifestsOfADocument1796346000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX manifests_of_document ON manifests ((message #>> '{Declaration,Consignment,TransportContractDocument,ID}'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX manifests_of_document');
  }
}
