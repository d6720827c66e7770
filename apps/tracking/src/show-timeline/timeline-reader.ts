import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import type { StepRow } from '../storage/step.entity.js';
import type { After } from './timeline-cursor.js';

/** A step, and how it stands in the record if it is a reported event. */
export interface TimelineRow extends StepRow {
  readonly belongsBy: 'reference' | 'container' | null;
  readonly ambiguous: boolean | null;
  readonly current: boolean | null;
  /** The message that took the event back. */
  readonly withdrawnBy: string | null;
}

interface FoundTimeline {
  readonly oneDocumentId: string;
  readonly rows: TimelineRow[];
}

/** Reads timelines as the caller; row-level security shows the caller's records only. */
@Injectable()
export class TimelineReader {
  constructor(private readonly database: RoomDatabase) {}

  /** The first `rows` steps after a place in the timeline; undefined when the caller sees no such record. */
  find(
    caller: Caller,
    oneDocumentId: string,
    rows: number,
    after: After | undefined,
  ): Promise<FoundTimeline | undefined> {
    return this.database.asViewer(caller, async (transaction) => {
      const surviving = await findSurviving(transaction, oneDocumentId);
      return surviving === undefined
        ? undefined
        : { oneDocumentId: surviving, rows: await readSteps(transaction, surviving, rows, after) };
    });
  }
}

/** The record itself, or the one it was merged into. A document's id names no record. */
async function findSurviving(transaction: EntityManager, oneDocumentId: string): Promise<string | undefined> {
  const rows: { one_document_id: string }[] = await transaction.query(
    `SELECT one_document_id FROM records
     WHERE one_document_id = record_of($1) AND NOT EXISTS (SELECT 1 FROM memberships WHERE member_id = $1 AND is_document)`,
    [oneDocumentId],
  );
  return rows[0]?.one_document_id;
}

const STEP = `steps.step_id AS "stepId", subject_id AS "subjectId", kind, occurs_at AS "occursAt", sorts_at AS "sortsAt", position,
  recorded_at AS "recordedAt", certainty, source, details`;

/** What happened to the record and its documents, and the events that belong to it. */
function readSteps(
  transaction: EntityManager,
  oneDocumentId: string,
  rows: number,
  after: After | undefined,
): Promise<TimelineRow[]> {
  return transaction.query(
    `SELECT * FROM (
       SELECT ${STEP}, NULL AS "belongsBy", NULL::boolean AS ambiguous, NULL::boolean AS current, NULL::uuid AS "withdrawnBy"
       FROM steps WHERE subject_id IN (SELECT members_of($1))
       UNION ALL
       SELECT ${STEP}, belongs_by, ambiguous, current, withdrawn_by
       FROM events_of($1) AS event JOIN steps ON steps.step_id = event.step_id
     ) AS timeline
     WHERE $3::timestamptz IS NULL OR ("sortsAt", position, "stepId") > ($3::timestamptz, $4::integer, $5::text)
     ORDER BY "sortsAt", position, "stepId" LIMIT $2`,
    [oneDocumentId, rows, after?.sortsAt ?? null, after?.position ?? null, after?.stepId ?? null],
  );
}
