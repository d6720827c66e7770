import type { Bilingual, TradeTime } from '#domain';
import type { StepRow } from '../storage/step.entity.js';
import type { Step, StepKind, StepSource } from '../take-steps/step.js';
import { titleOf } from './titles.js';

/** One step as a party to the record sees it. `occursAt` is as written: with its offset, or a day only. */
export interface TimelineItem {
  readonly kind: StepKind;
  readonly title: Bilingual;
  readonly occursAt: TradeTime;
  readonly recordedAt: string;
  readonly certainty: Step['certainty'];
  readonly source: StepSource;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface Timeline {
  /** The record asked for, or the one it was merged into. */
  readonly oneDocumentId: string;
  readonly items: readonly TimelineItem[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

export const itemOf = (row: StepRow): TimelineItem => ({
  kind: row.kind,
  title: titleOf(row),
  occursAt: row.occursAt,
  recordedAt: row.recordedAt.toISOString(),
  certainty: row.certainty,
  source: row.source,
  details: row.details,
});
