import type { MigrationInterface, QueryRunner } from 'typeorm';
import { letViewersSee } from '#database';

/** What became known of each record, in the order in which it became known. */
export class CreateNews1796259600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NEWS);
    await letViewersSee(runner, {
      news: 'EXISTS (SELECT FROM records WHERE records.one_document_id = record_of(news.one_document_id))',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION is_withdrawn; DROP TABLE news, news_numbers; DROP INDEX reported_events_targets');
  }
}

/** The one row of `news_numbers` is held from the number to the commit: numbers follow commits and have no gaps, so nobody who has read one misses an earlier one. */
const NEWS = `
CREATE TABLE news_numbers (last bigint NOT NULL);
INSERT INTO news_numbers VALUES (0);
CREATE TABLE news (
  number          bigint PRIMARY KEY,
  one_document_id uuid        NOT NULL,
  step_ids        text[]      NOT NULL,
  known_at        timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX reported_events_targets ON reported_events USING gin (targets) WITH (fastupdate = off);

-- Whether its reporter took the event back after it was told.
CREATE FUNCTION is_withdrawn(event text) RETURNS boolean LANGUAGE sql STABLE
RETURN EXISTS (
  SELECT FROM reported_events AS told JOIN withdrawals USING (reporter)
  WHERE step_id = event AND target = ANY (targets) AND withdrawals.received_at > told.received_at
);
`;
