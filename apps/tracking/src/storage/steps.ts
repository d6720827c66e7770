import type { EntityManager } from 'typeorm';
import type { Step, StepKind } from '../take-steps/step.js';

/** A step that was not known before, and what it is of. */
export type KeptStep = Pick<Step, 'stepId' | 'subjectId'>;

/** Keeps steps, each once. Gives back those that were not known. */
export function addSteps(transaction: EntityManager, steps: readonly Step[]): Promise<KeptStep[]> {
  return transaction.query(
    `INSERT INTO steps (step_id, subject_id, kind, occurs_at, sorts_at, position, recorded_at, certainty, source, details)
     SELECT "stepId", "subjectId", kind, "occursAt", "sortsAt", position, "recordedAt", certainty, source, details
     FROM jsonb_to_recordset($1::jsonb) AS step (
       "stepId" text, "subjectId" uuid, kind text, "occursAt" text, "sortsAt" timestamptz, position integer, "recordedAt" timestamptz,
       certainty text, source jsonb, details jsonb
     )
     ON CONFLICT (step_id) DO NOTHING
     RETURNING step_id AS "stepId", subject_id AS "subjectId"`,
    [JSON.stringify(steps)],
  );
}

/** Puts these steps in the place of those of the same kinds that the subjects had. */
export async function replaceSteps(
  transaction: EntityManager,
  subjectIds: readonly string[],
  kinds: readonly StepKind[],
  steps: readonly Step[],
): Promise<void> {
  await transaction.query('DELETE FROM steps WHERE subject_id = ANY ($1::uuid[]) AND kind = ANY ($2::text[])', [
    subjectIds,
    kinds,
  ]);
  await addSteps(transaction, steps);
}
