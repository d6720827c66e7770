import type { EntityManager } from 'typeorm';
import type { KeptStep } from './steps.js';

/** NOTIFY here tells that there is news. */
export const NEWS_CHANNEL = 'yidan_news';

/** A step that has become known, and the record (or one that was merged into it) that it is of. */
export interface NewStep {
  readonly stepId: string;
  readonly oneDocumentId: string;
}

/** Steps whose subject is a record. */
export const ofRecords = (steps: readonly KeptStep[]): NewStep[] =>
  steps.map(({ stepId, subjectId }) => ({ stepId, oneDocumentId: subjectId }));

/** Notes what became known, an entry for each record. The last thing of a transaction: others who have news wait for its commit. */
export async function keepNews(transaction: EntityManager, steps: readonly NewStep[]): Promise<void> {
  if (steps.length === 0) return;
  const entries = [...Map.groupBy(steps, ({ oneDocumentId }) => oneDocumentId)].map(([oneDocumentId, known]) => ({
    oneDocumentId,
    stepIds: known.map(({ stepId }) => stepId),
  }));
  await transaction.query(
    `WITH taken AS (UPDATE news_numbers SET last = last + $2 RETURNING last - $2 AS before)
     INSERT INTO news (number, one_document_id, step_ids)
     SELECT taken.before + row_number() OVER (), "oneDocumentId", "stepIds"
     FROM taken, jsonb_to_recordset($1::jsonb) AS entry ("oneDocumentId" uuid, "stepIds" text[])`,
    [JSON.stringify(entries), entries.length],
  );
  await transaction.query(`SELECT pg_notify($1, '')`, [NEWS_CHANNEL]);
}

/** The records that these events belong to, as far as they are there; of one that comes later all is new. */
export const recordsOfEvents = (transaction: EntityManager, stepIds: readonly string[]): Promise<NewStep[]> =>
  transaction.query(
    `SELECT step_id AS "stepId", belonging.one_document_id AS "oneDocumentId"
     FROM unnest($1::text[]) AS step_id, belongings_of(step_id) AS belonging`,
    [stepIds],
  );
