import type { Bilingual, EventCertainty, EventEquipment, TradeTime } from '#domain';
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
    details: detailsIn(row),
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

/**
 * What ties an event to the record by its container alone may be another party's consignment in the same box: its numbers, by which documents join, are
 * not shown, nor are seals, temperatures and words where it fits other records as well.
 */
function detailsIn(row: TimelineRow): Readonly<Record<string, unknown>> {
  if (row.belongsBy !== 'container') return row.details;
  const { references: _, remarks, equipment, ...rest } = row.details;
  if (row.ambiguous !== true) return { ...rest, equipment, ...(remarks !== undefined && { remarks }) };
  const { reeferSettings: _settings, ...container } = equipment as Partial<EventEquipment>;
  return { ...rest, equipment: { ...container, seals: [] } };
}
