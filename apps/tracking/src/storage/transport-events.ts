import type { EntityManager } from 'typeorm';
import type { ReportedEvent, Withdrawal } from '../take-events/reported-events.js';
import { addSteps } from './steps.js';

/** Keeps events, each once, and gives back the steps that say something new; a later statement under the same id takes the place of an earlier one, in whatever order they come. */
export async function keepEvents(transaction: EntityManager, events: readonly ReportedEvent[]): Promise<string[]> {
  const latest = latestStatements(events);
  if (latest.length === 0) return [];
  const rows: { step_id: string }[] = await transaction.query(
    `INSERT INTO reported_events (step_id, reporter, stated_at, received_at, occurrence, targets)
     SELECT "stepId", reporter, "statedAt", "receivedAt", occurrence, targets
     FROM jsonb_to_recordset($1::jsonb) AS event (
       "stepId" text, reporter text, "statedAt" timestamptz, "receivedAt" timestamptz, occurrence text, targets text[]
     )
     ON CONFLICT (step_id) DO UPDATE SET stated_at = excluded.stated_at, received_at = excluded.received_at,
       occurrence = excluded.occurrence, targets = excluded.targets
     WHERE (reported_events.stated_at, reported_events.received_at) < (excluded.stated_at, excluded.received_at)
     RETURNING step_id`,
    [JSON.stringify(latest.map(({ step, keys: _, ...statement }) => ({ ...statement, stepId: step.stepId })))],
  );
  const news = new Set(rows.map(({ step_id: stepId }) => stepId));
  await replaceStatements(
    transaction,
    latest.filter(({ step }) => news.has(step.stepId)),
  );
  return [...news];
}

async function replaceStatements(transaction: EntityManager, events: readonly ReportedEvent[]): Promise<void> {
  const ids = events.map(({ step }) => step.stepId);
  await transaction.query('DELETE FROM steps WHERE step_id = ANY ($1)', [ids]);
  await transaction.query('DELETE FROM event_keys WHERE step_id = ANY ($1)', [ids]);
  await addSteps(
    transaction,
    events.map(({ step }) => step),
  );
  const keys = events.flatMap(({ step, keys: own, onlyFor }) =>
    own.map((key) => ({ ...key, stepId: step.stepId, occursAt: step.sortsAt, onlyFor })),
  );
  await transaction.query(
    `INSERT INTO event_keys (step_id, type, value, occurs_at, only_for)
     SELECT "stepId", type, value, "occursAt", "onlyFor"
     FROM jsonb_to_recordset($1::jsonb) AS key ("stepId" text, type text, value text, "occursAt" timestamptz, "onlyFor" text)`,
    [JSON.stringify(keys)],
  );
}

/** One statement an event, ordered alike in every process so that two batches never wait for each other. */
function latestStatements(events: readonly ReportedEvent[]): ReportedEvent[] {
  const latest = new Map<string, ReportedEvent>();
  for (const event of events) {
    const before = latest.get(event.step.stepId);
    if (!before || isLater(event, before)) latest.set(event.step.stepId, event);
  }
  return [...latest].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, event]) => event);
}

const isLater = (event: ReportedEvent, before: ReportedEvent): boolean =>
  event.statedAt === before.statedAt ? event.receivedAt >= before.receivedAt : event.statedAt > before.statedAt;

/** Keeps what reporters took back, and gives back the steps of it that are known. */
export async function keepWithdrawals(
  transaction: EntityManager,
  withdrawals: readonly Withdrawal[],
): Promise<string[]> {
  if (withdrawals.length === 0) return [];
  const rows: { step_id: string }[] = await transaction.query(
    `WITH kept AS (
       INSERT INTO withdrawals (reporter, target, document_id, received_at)
       SELECT reporter, target, "documentId", "receivedAt"
       FROM jsonb_to_recordset($1::jsonb) AS row (reporter text, target text, "documentId" uuid, "receivedAt" timestamptz)
       ON CONFLICT DO NOTHING
       RETURNING reporter, target
     )
     SELECT step_id FROM kept JOIN reported_events ON reported_events.reporter = kept.reporter AND targets @> ARRAY[target]`,
    [JSON.stringify(withdrawals)],
  );
  return rows.map(({ step_id: stepId }) => stepId);
}
