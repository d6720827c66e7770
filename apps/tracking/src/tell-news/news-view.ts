import type { Bilingual, TradeTime } from '#domain';
import { STEP_KINDS, titleOf } from '../show-timeline/titles.js';
import type { TimelineItem } from '../show-timeline/timeline-view.js';
import type { StepRow } from '../storage/step.entity.js';
import type { StepKind } from '../take-steps/step.js';

/** Documents and legs show in timelines alone. */
export const NEWS_KINDS = STEP_KINDS.filter((kind) => !kind.startsWith('document.') && !kind.startsWith('leg.'));

/** A row of `news`. */
export interface NewsRow {
  readonly number: string;
  /** The record, or the one it was merged into since. */
  readonly oneDocumentId: string;
  readonly knownAt: Date;
  readonly steps: readonly (Pick<StepRow, 'kind' | 'occursAt' | 'details'> & Pick<TimelineItem, 'certainty'>)[];
}

/** A step that has become known; its source, and of an event its details, are in the record's timeline. */
export interface NewsStep {
  readonly kind: TimelineItem['kind'];
  readonly title: Bilingual;
  readonly occursAt: TradeTime;
  readonly certainty: TimelineItem['certainty'];
  readonly details?: TimelineItem['details'];
}

/** What became known of a record at once. */
export interface NewsItem {
  readonly oneDocumentId: string;
  readonly knownAt: string;
  readonly steps: readonly NewsStep[];
}

export interface News {
  readonly items: readonly NewsItem[];
  /** Where to go on, also when there is nothing new. */
  readonly nextCursor: string;
  /** There is more already. */
  readonly more: boolean;
}

/** None where all of it has been told again since. */
export const newsOf = ({ oneDocumentId, knownAt, steps }: NewsRow): NewsItem[] =>
  steps.length === 0
    ? []
    : [
        {
          oneDocumentId,
          knownAt: knownAt.toISOString(),
          steps: steps.map(({ kind, occursAt, certainty, details }) => ({
            kind,
            title: titleOf({ kind, details }),
            occursAt,
            certainty,
            ...(!kind.startsWith('event.') && { details }),
          })),
        },
      ];

/** What of the news is of these kinds. */
export const ofKinds = (items: readonly NewsItem[], kinds: readonly StepKind[]): NewsItem[] =>
  items
    .map((item) => ({ ...item, steps: item.steps.filter(({ kind }) => kinds.includes(kind)) }))
    .filter(({ steps }) => steps.length > 0);
