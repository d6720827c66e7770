import { CURSOR, decodeCursor } from '#room';
import type { StepRow } from '../storage/step.entity.js';

/** The last step of the page before. */
export interface After {
  readonly sortsAt: Date;
  readonly position: number;
  readonly stepId: string;
}

export const cursorValues = ({ sortsAt, position, stepId }: StepRow): string[] => [
  sortsAt.toISOString(),
  String(position),
  stepId,
];

/** Refuses (400) a cursor that is not one of ours. */
export function readAfter(cursor: string | undefined): After | undefined {
  const [at, place, stepId] = decodeCursor(cursor, [CURSOR.instant, CURSOR.small, CURSOR.text]) ?? [];
  if (at === undefined || place === undefined || stepId === undefined) return undefined;
  return { sortsAt: new Date(at), position: Number(place), stepId };
}
