import type { MigrationInterface, QueryRunner } from 'typeorm';
import { letViewersSee, VIEWER_PARTY, VIEWER_ROLE } from '#database';

const VISIBLE: Readonly<Record<string, string>> = {
  manifests: `${VIEWER_ROLE} = 'customs' OR ${VIEWER_PARTY} = sender`,
  manifest_receipts: `EXISTS (SELECT 1 FROM manifests WHERE manifests.id = manifest_id)`,
};

/** Manifests sent to customs and their receipts: seen by their sender and by customs. */
export class Manifests1795690800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await letViewersSee(runner, VISIBLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE manifest_receipts, manifests');
  }
}

const TABLES = `
  CREATE TABLE manifests (
    id text COLLATE "C" PRIMARY KEY,
    message_id text NOT NULL UNIQUE,
    one_document_id text NOT NULL,
    one_document_version integer NOT NULL,
    mode text NOT NULL CHECK (mode IN ('sea', 'rail')),
    type text NOT NULL CHECK (type IN ('export', 'import')),
    function_code text NOT NULL CHECK (function_code IN ('2', '3', '5', '9')),
    status text NOT NULL
      CHECK (status IN ('sent', 'accepted', 'manualReview', 'rejected', 'released', 'loadingRefused', 'unloadingForbidden')),
    sender text NOT NULL,
    asked jsonb NOT NULL,
    message json NOT NULL,
    sent_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL
  );
  CREATE INDEX manifests_of_record ON manifests (one_document_id, mode, type, id);
  CREATE INDEX manifests_of_sender ON manifests (sender, id);
  CREATE TABLE manifest_receipts (
    manifest_id text COLLATE "C" NOT NULL REFERENCES manifests (id),
    sequence integer NOT NULL,
    code text NOT NULL,
    text text,
    taken_by text NOT NULL,
    sent_at text,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (manifest_id, sequence)
  );
`;
