import type { MigrationInterface, QueryRunner } from 'typeorm';
import { letViewersSee, NOBODY, VIEWER_PARTY, VIEWER_ROLE } from '#database';

/** Where parties are told their news, how far they have been told, and what it is signed with. */
export class CreateWebhooks1796266800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WEBHOOKS);
    await letViewersSee(runner, {
      webhooks: `party = ${VIEWER_PARTY} AND role = ${VIEWER_ROLE}`,
      webhook_secrets: NOBODY,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE webhook_secrets, webhooks');
  }
}

/**
 * `sending_to`: the last number of the message that is being sent, so that a repeat holds the same news. `held_until`: a process is calling it; the
 * hold of one that was killed runs out.
 */
const WEBHOOKS = `
CREATE TABLE webhooks (
  id              uuid PRIMARY KEY,
  party           text        NOT NULL,
  role            text        NOT NULL,
  url             text        NOT NULL,
  made_at         timestamptz NOT NULL DEFAULT now(),
  delivered_to    bigint      NOT NULL,
  sending_to      bigint,
  held_until      timestamptz,
  due_at          timestamptz NOT NULL DEFAULT now(),
  failures        integer     NOT NULL DEFAULT 0,
  failing_since   timestamptz,
  tried_at        timestamptz,
  answer          jsonb,
  stopped_because text CHECK (stopped_because IN ('failing', 'gone', 'news-forgotten'))
);
CREATE INDEX webhooks_of_party ON webhooks (party, role);

CREATE TABLE webhook_secrets (
  webhook_id    uuid PRIMARY KEY REFERENCES webhooks (id) ON DELETE CASCADE,
  secret        text NOT NULL,
  earlier       text,
  earlier_until timestamptz
);
`;
