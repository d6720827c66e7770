import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepLarge, letViewersSee, NOBODY, VIEWER_PARTY } from '#database';

export class CreateDocuments1763900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DOCUMENTS);
    await runner.query(ORIGINALS);
    await keepLarge(runner, 'originals', 'bytes');
    await runner.query(IDEMPOTENCY_KEYS);
    await letViewersSee(runner, {
      documents: `party = ${VIEWER_PARTY}`,
      originals: 'EXISTS (SELECT FROM documents WHERE documents.document_id = originals.document_id)',
      idempotency_keys: NOBODY,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_keys, originals, documents');
  }
}

const DOCUMENTS = `
CREATE TABLE documents (
  document_id           uuid        PRIMARY KEY,
  party                 text        NOT NULL,
  role                  text        NOT NULL,
  sha256                text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  received_at           timestamptz NOT NULL,
  content_type          text        NOT NULL,
  size                  integer     NOT NULL CHECK (size > 0),
  consignment_reference text,
  status                text        NOT NULL DEFAULT 'received' CHECK (status IN ('received', 'accepted', 'rejected')),
  format                text,
  findings              jsonb       NOT NULL DEFAULT '[]',
  number                text,
  "references"          jsonb       NOT NULL DEFAULT '[]',
  one_document_id       uuid,
  checked_at            timestamptz,
  UNIQUE (party, sha256)
) WITH (fillfactor = 70);
CREATE INDEX documents_of_party ON documents (party, document_id DESC);
`;

const ORIGINALS = `
CREATE TABLE originals (
  document_id uuid  PRIMARY KEY REFERENCES documents,
  bytes       bytea NOT NULL
);
`;

const IDEMPOTENCY_KEYS = `
CREATE TABLE idempotency_keys (
  party  text NOT NULL,
  key    text NOT NULL,
  sha256 text NOT NULL,
  PRIMARY KEY (party, key)
);
`;
