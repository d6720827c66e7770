import type { MigrationInterface, QueryRunner } from 'typeorm';
import { letViewersSee, VIEWER_PARTY, VIEWER_ROLE } from '#database';

export class CreateCommoditiesTables1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE resolution (
        id uuid NOT NULL,
        version integer NOT NULL,
        seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        party text NOT NULL,
        subject_key text NOT NULL,
        subject jsonb NOT NULL,
        answer jsonb NOT NULL,
        reason text NOT NULL,
        resolved_by text NOT NULL,
        resolved_at timestamptz NOT NULL,
        superseded boolean NOT NULL DEFAULT false,
        PRIMARY KEY (id, version)
      );
      CREATE UNIQUE INDEX resolution_current ON resolution (subject_key, party) WHERE NOT superseded;
      CREATE INDEX resolution_newest ON resolution (party, seq) WHERE NOT superseded;

      CREATE TABLE unsettled_goods (
        one_document_id text NOT NULL,
        sequence integer NOT NULL,
        seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        one_document_version integer NOT NULL,
        visible_to text[] NOT NULL,
        goods jsonb NOT NULL,
        noticed_at timestamptz NOT NULL,
        PRIMARY KEY (one_document_id, sequence)
      );
    `);
    await letViewersSee(runner, {
      resolution: `${VIEWER_ROLE} = 'customs' OR party IN (${VIEWER_PARTY}, '*')`,
      unsettled_goods: `${VIEWER_ROLE} = 'customs' OR ${VIEWER_PARTY} = ANY (visible_to)`,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE unsettled_goods, resolution');
  }
}
