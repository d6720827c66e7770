import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import { StepRow } from '../storage/step.entity.js';
import type { After } from './timeline-cursor.js';

interface FoundTimeline {
  readonly oneDocumentId: string;
  readonly rows: StepRow[];
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

function readSteps(
  transaction: EntityManager,
  oneDocumentId: string,
  rows: number,
  after: After | undefined,
): Promise<StepRow[]> {
  const query = transaction
    .createQueryBuilder(StepRow, 'step')
    .where('step.subjectId IN (SELECT members_of(:oneDocumentId))', { oneDocumentId })
    .orderBy({ 'step.sortsAt': 'ASC', 'step.position': 'ASC', 'step.stepId': 'ASC' })
    .limit(rows);
  if (after)
    query.andWhere('(step.sortsAt, step.position, step.stepId) > (:sortsAt, :position, :stepId)', { ...after });
  return query.getMany();
}
