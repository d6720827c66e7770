import { instantOf, zoneOf, type Change, type Place, type TradeTime, type TransportEventKind } from '#domain';
import type { DeclarationStep, ManifestStep } from '#contracts';
import type { Message } from '#messaging';

/** What became of a declaration once it was lodged. Before that it is its declarant's own matter and not heard. */
export type LodgedStatus = Exclude<DeclarationStep['status'], 'drafted' | 'withdrawn'>;

/** What else is told of a lodged declaration. */
export type DeclarationNews =
  'noted' | 'outdated' | 'amendmentRequested' | 'cancellationRequested' | 'requestRefused' | 'amended';

export type StepKind =
  | 'document.received'
  | 'document.accepted'
  | `record.${Change['kind']}`
  | 'leg.departure'
  | 'leg.arrival'
  | `event.${TransportEventKind}`
  | `declaration.${LodgedStatus | DeclarationNews}`
  | `manifest.${ManifestStep['status']}`
  | 'manifest.withdrawn';

/** One thing that happened to a consignment, or is planned to. */
export interface Step {
  /** Made of what the step is about, so that the same step said twice stays one. */
  readonly stepId: string;
  /** The document or record it happened to; the message that reports an event. */
  readonly subjectId: string;
  readonly kind: StepKind;
  /** As written: with its offset, or a day only. */
  readonly occursAt: TradeTime;
  /** The instant it is ordered by, UTC. */
  readonly sortsAt: string;
  /** Order among steps of one instant. */
  readonly position: number;
  /** When Yidan learned of it. */
  readonly recordedAt: string;
  /** `recorded`: Yidan itself did it, at that time. */
  readonly certainty: 'planned' | 'estimated' | 'actual' | 'recorded';
  readonly source: StepSource;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Who says so. */
export interface StepSource {
  readonly room: string;
  readonly topic: string;
  readonly messageId: string;
  /** Party code of who took the step. */
  readonly party?: string;
  /** The documents it rests on. */
  readonly documents: readonly SourceOfStep[];
}

export interface SourceOfStep {
  readonly documentId: string;
  /** The carrier's number of the document. */
  readonly number?: string;
  /** Party code of who sent it. */
  readonly sentBy?: string;
}

/** Where a step stands among others of the same instant: journeys, then reported events, then documents, then records, then manifests, then declarations. */
export const POSITION = {
  leg: 0,
  event: 5_000,
  document: 10_000,
  record: 20_000,
  manifest: 25_000,
  declaration: 30_000,
} as const;

/** The part of a step that its message gives. */
export const sourceOf = (message: Message, documents: readonly SourceOfStep[], party?: string): StepSource => ({
  room: message.source,
  topic: message.type,
  messageId: message.id,
  ...(party !== undefined && { party }),
  documents,
});

/** The part of a step's details that says how a time without offset was read, for the order only. */
export function zoneDetails(occursAt: TradeTime, place: Place | undefined): Step['details'] {
  const readIn = zoneOf(occursAt, place);
  return readIn ? { readIn } : {};
}

/** A step that Yidan took itself: its time is the time it was recorded. `at` is a date and time with offset. */
export const recordedAt = (at: string): Pick<Step, 'occursAt' | 'sortsAt' | 'recordedAt' | 'certainty'> => ({
  occursAt: at,
  sortsAt: new Date(instantOf(at) ?? Number.NaN).toISOString(),
  recordedAt: at,
  certainty: 'recorded',
});

/** A step that customs took: at its own time, which Yidan learned of later. `at` is a date and time with offset. */
export const takenByCustoms = (at: string, { time }: Message): ReturnType<typeof recordedAt> => ({
  ...recordedAt(at),
  recordedAt: time,
  certainty: 'actual',
});
