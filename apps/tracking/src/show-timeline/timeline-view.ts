import type { Bilingual, EventCertainty, TradeTime } from '#domain';
import type { Step, StepKind, StepSource } from '../take-steps/step.js';
import type { TimelineRow } from './timeline-reader.js';
import { titleOf } from './titles.js';

/** One step as a party to the record sees it. `occursAt` is as written: with its offset, or a day only. */
export interface TimelineItem {
  readonly kind: StepKind;
  readonly title: Bilingual;
  readonly occursAt: TradeTime;
  readonly recordedAt: string;
  /** `withdrawn`: its reporter took the event back. */
  readonly certainty: Step['certainty'] | 'withdrawn';
  readonly source: StepSource;
  readonly details: Readonly<Record<string, unknown>>;
  /** Of reported events only. */
  readonly standing?: Standing;
}

/** How a reported event stands in the record. */
export interface Standing {
  readonly belongsBy: 'reference' | 'container';
  /** The container fits other records as well, and the event may be theirs. */
  readonly ambiguous: boolean;
  /** Of what is told of this event the one to trust: the newest actual statement, else the newest estimate, else the newest plan. */
  readonly current: boolean;
  /** What a withdrawn event was said to be, and the message that took it back. */
  readonly withdrawn?: { readonly certainty: EventCertainty; readonly byDocumentId: string };
}

export interface Timeline {
  /** The record asked for, or the one it was merged into. */
  readonly oneDocumentId: string;
  readonly items: readonly TimelineItem[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

export function itemOf(row: TimelineRow): TimelineItem {
  const standing = standingOf(row);
  return {
    kind: row.kind,
    title: titleOf(row),
    occursAt: row.occursAt,
    recordedAt: row.recordedAt.toISOString(),
    certainty: standing?.withdrawn ? 'withdrawn' : row.certainty,
    source: row.source,
    details: standing?.ambiguous ? withoutOthersAffairs(row.details) : row.details,
    ...(standing && { standing }),
  };
}

function standingOf({ belongsBy, ambiguous, current, withdrawnBy, certainty }: TimelineRow): Standing | undefined {
  if (belongsBy === null) return undefined;
  return {
    belongsBy,
    ambiguous: ambiguous === true,
    current: current === true,
    ...(withdrawnBy !== null && {
      withdrawn: { certainty: certainty as EventCertainty, byDocumentId: withdrawnBy },
    }),
  };
}

/** Numbers, seals and words may be those of another party's consignment. */
function withoutOthersAffairs(details: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { references: _, remarks: __, equipment, ...rest } = details;
  return { ...rest, equipment: { ...(equipment as object), seals: [] } };
}
