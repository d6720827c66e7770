import type { MigrationInterface, QueryRunner } from 'typeorm';
import { letViewersSee, VIEWER_PARTY, VIEWER_ROLE } from '#database';

export class CreateSteps1763900000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MEMBERSHIPS);
    await runner.query(RECORDS);
    await runner.query(STEPS);
    await letViewersSee(runner, {
      memberships: 'true',
      lodgements: 'true',
      records: `${VIEWER_PARTY} = ANY (visible_to) OR (${VIEWER_ROLE} = 'customs' AND ${WAS_DECLARED})`,
      steps: 'EXISTS (SELECT FROM records WHERE records.one_document_id = record_of(steps.subject_id))',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE steps, records, lodgements; DROP FUNCTION members_of, record_of; DROP TABLE memberships',
    );
  }
}

/**
 * Messages of different topics come in any order, so what belongs together is worked out on reading: a document went into a record, a record
 * was merged into another. What every viewer may see (memberships, lodgements) are ids only.
 */
const MEMBERSHIPS = `
CREATE TABLE memberships (
  member_id       uuid    PRIMARY KEY,
  one_document_id uuid    NOT NULL,
  is_document     boolean NOT NULL
);
CREATE INDEX members_of_record ON memberships (one_document_id);

-- The record that survives: follows what a document or a record went into, to the end.
CREATE FUNCTION record_of(member uuid) RETURNS uuid LANGUAGE sql STABLE
RETURN (
  WITH RECURSIVE path (id, depth) AS (
    SELECT member, 0
    UNION ALL
    SELECT one_document_id, depth + 1 FROM path JOIN memberships ON member_id = id WHERE depth < 100
  )
  SELECT id FROM path ORDER BY depth DESC LIMIT 1
);

-- A record, and every document and record that went into it.
CREATE FUNCTION members_of(record uuid) RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 10
BEGIN ATOMIC
  WITH RECURSIVE members (id) AS (
    SELECT record
    UNION
    SELECT member_id FROM members JOIN memberships ON one_document_id = id
  )
  SELECT id FROM members;
END;
`;

const RECORDS = `
CREATE TABLE lodgements (one_document_id uuid PRIMARY KEY);

CREATE TABLE records (
  one_document_id uuid    PRIMARY KEY,
  version         integer NOT NULL,
  visible_to      text[]  NOT NULL
);
`;

const STEPS = `
CREATE TABLE steps (
  step_id     text COLLATE "C" PRIMARY KEY,
  subject_id  uuid        NOT NULL,
  kind        text        NOT NULL,
  occurs_at   text        NOT NULL,
  sorts_at    timestamptz NOT NULL,
  position    integer     NOT NULL,
  recorded_at timestamptz NOT NULL,
  certainty   text        NOT NULL CHECK (certainty IN ('planned', 'actual', 'recorded')),
  source      jsonb       NOT NULL,
  details     jsonb       NOT NULL
);
CREATE INDEX steps_of_subject ON steps (subject_id, sorts_at, position, step_id);
`;

const WAS_DECLARED =
  'EXISTS (SELECT FROM members_of(records.one_document_id) AS member JOIN lodgements ON lodgements.one_document_id = member)';
