import type { MigrationInterface, QueryRunner } from 'typeorm';
import { letViewersSee } from '#database';

export class CreateTransportEvents1795700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CERTAINTIES);
    await runner.query(KEYS);
    await runner.query(REPORTED_EVENTS);
    await runner.query(EVENTS_OF);
    await letViewersSee(runner, {
      event_keys: 'true',
      record_keys: 'true',
      withdrawals: 'true',
      reported_events: 'EXISTS (SELECT FROM steps WHERE steps.step_id = reported_events.step_id)',
    });
    await runner.query(VISIBLE_STEPS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER POLICY viewers ON steps USING (EXISTS (SELECT FROM records WHERE records.one_document_id = record_of(steps.subject_id)));
      DELETE FROM steps WHERE kind LIKE 'event.%';
      DROP FUNCTION events_of, belongings_of;
      DROP TABLE withdrawals, reported_events, record_keys, event_keys;
      ALTER TABLE steps DROP CONSTRAINT steps_certainty_check,
        ADD CONSTRAINT steps_certainty_check CHECK (certainty IN ('planned', 'actual', 'recorded'));
    `);
  }
}

const CERTAINTIES = `
ALTER TABLE steps DROP CONSTRAINT steps_certainty_check,
  ADD CONSTRAINT steps_certainty_check CHECK (certainty IN ('planned', 'estimated', 'actual', 'recorded'));
`;

/**
 * What an event and a record can have in common. Which record an event belongs to is worked out on reading (docs/decisions/0012): either may be
 * there first, and a later record can show that an event is not another's.
 */
const KEYS = `
CREATE TABLE event_keys (
  step_id   text COLLATE "C" NOT NULL,
  type      text             NOT NULL,
  value     text             NOT NULL,
  occurs_at timestamptz      NOT NULL,
  -- The reporter, where its word counts in its own records only.
  only_for  text,
  PRIMARY KEY (step_id, type, value)
);
CREATE INDEX events_by_key ON event_keys (type, value);

CREATE TABLE record_keys (
  one_document_id uuid        NOT NULL,
  type            text        NOT NULL,
  value           text        NOT NULL,
  starts_at       timestamptz NOT NULL,
  ends_at         timestamptz NOT NULL,
  PRIMARY KEY (one_document_id, type, value)
);
CREATE INDEX records_by_key ON record_keys (type, value);

-- The records an event belongs to. A reference goes before a container, a journey that the event falls into before one that it is near to.
-- Days without hours and times without time zone can be a day and a half off; empty containers come weeks before and go weeks after.
CREATE FUNCTION belongings_of(event text)
RETURNS TABLE (one_document_id uuid, belongs_by text, ambiguous boolean, only_for text) LANGUAGE sql STABLE ROWS 1
BEGIN ATOMIC
  WITH matches AS (
    SELECT record_keys.one_document_id,
           bool_or(type <> 'container') AS by_reference,
           bool_or(type = 'container') AS by_container,
           bool_or(occurs_at BETWEEN starts_at - interval '36 hours' AND ends_at + interval '36 hours') AS within,
           bool_or(occurs_at BETWEEN starts_at - interval '30 days' AND ends_at + interval '30 days') AS near,
           max(event_keys.only_for) AS only_for
    FROM event_keys JOIN record_keys USING (type, value)
    WHERE step_id = event
    GROUP BY record_keys.one_document_id
  ), ranked AS (
    SELECT matches.*,
           CASE WHEN by_reference AND by_container THEN 1 WHEN by_reference THEN 2 WHEN within THEN 3 WHEN near THEN 4 END AS rank
    FROM matches
  )
  SELECT ranked.one_document_id,
         CASE WHEN by_reference THEN 'reference' ELSE 'container' END,
         NOT by_reference AND count(*) OVER () > 1,
         ranked.only_for
  FROM ranked WHERE rank = (SELECT min(rank) FROM ranked);
END;
`;

const REPORTED_EVENTS = `
CREATE TABLE reported_events (
  step_id     text COLLATE "C" PRIMARY KEY,
  reporter    text        NOT NULL,
  stated_at   timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  -- The same for every statement about one event: planned, estimated and actual, by whomever.
  occurrence  text        NOT NULL,
  -- What a later message of the reporter can name to take it back.
  targets     text[]      NOT NULL
);

CREATE TABLE withdrawals (
  reporter    text        NOT NULL,
  target      text        NOT NULL,
  document_id uuid        NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (reporter, target, document_id)
);
`;

/** Of what is told of one event in one record, the newest actual statement is current, else the newest estimate, else the newest plan. */
const EVENTS_OF = `
CREATE FUNCTION events_of(record uuid)
RETURNS TABLE (step_id text, belongs_by text, ambiguous boolean, withdrawn_by uuid, current boolean) LANGUAGE sql STABLE
BEGIN ATOMIC
  WITH candidates AS (
    SELECT DISTINCT event_keys.step_id FROM record_keys JOIN event_keys USING (type, value) WHERE one_document_id = record
  ), told AS (
    SELECT candidates.step_id, belonging.belongs_by, belonging.ambiguous, withdrawal.document_id AS withdrawn_by,
           occurrence, stated_at,
           array_position(ARRAY ['actual', 'estimated', 'planned'], steps.certainty) AS doubt
    FROM candidates
      CROSS JOIN LATERAL belongings_of(candidates.step_id) AS belonging
      JOIN records USING (one_document_id)
      JOIN steps ON steps.step_id = candidates.step_id
      JOIN reported_events ON reported_events.step_id = candidates.step_id
      LEFT JOIN LATERAL (
        SELECT document_id FROM withdrawals
        WHERE withdrawals.reporter = reported_events.reporter AND target = ANY (targets)
          AND withdrawals.received_at > reported_events.received_at
        ORDER BY withdrawals.received_at LIMIT 1
      ) AS withdrawal ON true
    WHERE one_document_id = record AND (only_for IS NULL OR only_for = ANY (visible_to))
  )
  SELECT told.step_id, told.belongs_by, told.ambiguous, told.withdrawn_by,
         told.withdrawn_by IS NULL
           AND row_number() OVER (PARTITION BY told.withdrawn_by IS NULL, occurrence ORDER BY doubt, stated_at DESC, told.step_id) = 1
  FROM told;
END;
`;

const VISIBLE_STEPS = `
ALTER POLICY viewers ON steps USING (
  CASE WHEN kind LIKE 'event.%' THEN EXISTS (
    SELECT FROM belongings_of(steps.step_id) AS belonging JOIN records USING (one_document_id)
    WHERE only_for IS NULL OR only_for = ANY (visible_to)
  ) ELSE EXISTS (SELECT FROM records WHERE records.one_document_id = record_of(steps.subject_id)) END
);
`;
