import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepLarge, letViewersSee } from '#database';

const VISIBLE: Readonly<Record<string, string>> = {
  declaration_requests: `EXISTS (SELECT 1 FROM declarations WHERE declarations.id = declaration_id)`,
};

/** What declarants ask customs to amend or cancel, declarations that customs cancelled, and those that no longer say what their record says. */
export class RequestsToChange1796263200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      STATUSES('drafted', 'withdrawn', 'lodged', 'accepted', 'rejected', 'inspection', 'released', 'cancelled'),
    );
    await runner.query(LODGED_ONCE('drafted', 'withdrawn', 'rejected', 'cancelled'));
    await runner.query(`
      ALTER TABLE declarations ADD COLUMN outdated boolean NOT NULL DEFAULT false;
      CREATE INDEX declarations_outdated ON declarations (id) WHERE outdated`);
    await runner.query(REQUESTS);
    await keepLarge(runner, 'declaration_requests', 'declared');
    await keepLarge(runner, 'declaration_requests', 'proposed');
    await letViewersSee(runner, VISIBLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE declaration_requests');
    await runner.query('ALTER TABLE declarations DROP COLUMN outdated');
    await runner.query(LODGED_ONCE('drafted', 'withdrawn', 'rejected'));
    await runner.query(STATUSES('drafted', 'withdrawn', 'lodged', 'accepted', 'rejected', 'inspection', 'released'));
  }
}

const listOf = (statuses: readonly string[]): string => statuses.map((status) => `'${status}'`).join(', ');

const STATUSES = (...statuses: readonly string[]): string => `
  ALTER TABLE declarations DROP CONSTRAINT declarations_status_check,
    ADD CONSTRAINT declarations_status_check CHECK (status IN (${listOf(statuses)}))`;

const LODGED_ONCE = (...without: readonly string[]): string => `
  DROP INDEX declarations_lodged_once;
  CREATE UNIQUE INDEX declarations_lodged_once ON declarations (one_document_id, type) WHERE status NOT IN (${listOf(without)})`;

const REQUESTS = `
  CREATE TABLE declaration_requests (
    id text COLLATE "C" PRIMARY KEY,
    declaration_id text COLLATE "C" NOT NULL REFERENCES declarations (id),
    kind text NOT NULL CHECK (kind IN ('amendment', 'cancellation')),
    status text NOT NULL CHECK (status IN ('pending', 'granted', 'refused', 'superseded', 'lapsed')),
    reason text NOT NULL,
    asked_by text NOT NULL,
    asked_at timestamptz NOT NULL,
    declared jsonb NOT NULL,
    proposed jsonb,
    decided_by text,
    decided_at text,
    reasons jsonb NOT NULL,
    reference text
  );
  CREATE INDEX declaration_requests_of_declaration ON declaration_requests (declaration_id, id);
  CREATE UNIQUE INDEX declaration_requests_pending ON declaration_requests (declaration_id) WHERE status = 'pending'`;
