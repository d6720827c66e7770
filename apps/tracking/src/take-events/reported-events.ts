import { createHash } from 'node:crypto';
import type { TransportEventsReported } from '#contracts';
import { instantAt, instantOf, type MeansOfTransport, type Place, type TransportEvent } from '#domain';
import { jsonOf, type Message } from '#messaging';
import { POSITION, sourceOf, zoneDetails, type Step } from '../take-steps/step.js';
import { eventKeysOf, type EventKey } from './event-keys.js';

/** One statement about an event: its step, and what decides where it shows and how it stands. */
export interface ReportedEvent {
  readonly step: Step;
  readonly keys: readonly EventKey[];
  readonly onlyFor: string | null;
  readonly reporter: string;
  readonly statedAt: string;
  readonly receivedAt: string;
  readonly occurrence: string;
  readonly targets: readonly string[];
}

/** A reporter takes back what it said before: an event by its id or by what it says, or all of a message by its number. */
export interface Withdrawal {
  readonly reporter: string;
  readonly target: string;
  readonly documentId: string;
  readonly receivedAt: string;
}

/** The events that a message says are so; a cancellation says of none. */
export function reportedEvents(message: Message): ReportedEvent[] {
  const report = jsonOf<TransportEventsReported>(message);
  if (report.purpose === 'cancellation') return [];
  return report.events.map((event) => reportedEvent(event, report, message));
}

export function withdrawalsOf(message: Message): Withdrawal[] {
  const report = jsonOf<TransportEventsReported>(message);
  const { purpose, number, replaces, retractedIds, events, sender, documentId, receivedAt } = report;
  const targets = retractedIds.map(byId);
  if (purpose !== 'original') targets.push(...[number, ...replaces].map((one) => byMessage(report.format, one)));
  if (purpose === 'cancellation') targets.push(...events.map(byContent));
  return [...new Set(targets)].map((target) => ({ reporter: sender, target, documentId, receivedAt }));
}

function reportedEvent(event: TransportEvent, report: TransportEventsReported, message: Message): ReportedEvent {
  const { sender, senderRole, receivedAt, format, number } = report;
  const targets = [byMessage(format, number), byContent(event)];
  if (event.id !== undefined) targets.push(byId(event.id));
  return {
    step: stepOf(event, report, message),
    keys: eventKeysOf(event),
    // A container number is painted on the box for all to read; see docs/decisions/0004.
    onlyFor: senderRole === 'forwarder' ? sender : null,
    reporter: sender,
    statedAt: new Date(instantOf(event.statedAt) ?? Date.parse(receivedAt)).toISOString(),
    receivedAt,
    occurrence: occurrenceOf(event),
    targets,
  };
}

function stepOf(event: TransportEvent, report: TransportEventsReported, message: Message): Step {
  const { documentId, number, sender, receivedAt, format } = report;
  const { id, kind, certainty, occursAt, path: _, ...facts } = event;
  return {
    stepId: `event/${digestOf(sender, id ?? JSON.stringify({ kind, certainty, occursAt, ...facts }))}`,
    subjectId: documentId,
    kind: `event.${kind}`,
    occursAt,
    sortsAt: new Date(instantAt(occursAt, event.place) as number).toISOString(),
    position: POSITION.event,
    recordedAt: receivedAt,
    certainty,
    source: sourceOf(message, [{ documentId, number, sentBy: sender }], sender),
    details: { ...facts, ...zoneDetails(occursAt, event.place), ...(id !== undefined && { id }), format },
  };
}

const digestOf = (...texts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(texts)).digest('hex');

const byId = (id: string): string => `id ${id}`;
const byMessage = (format: string, number: string): string => `message ${format} ${number}`;
const byContent = (event: TransportEvent): string => `event ${digestOf(occurrenceOf(event), event.occursAt)}`;

/** What event it is, whenever and by whomever it is said to be. A voyage goes by ship or train; a container by itself. */
function occurrenceOf({ kind, code, place, facility, equipment, means }: TransportEvent): string {
  const status = kind === 'other' || kind === 'documentStatus' ? code.code : '';
  const what = equipment ? [equipment.number] : [meansOf(means), means?.voyage];
  return JSON.stringify([kind, status, ...what, codeOf(place) ?? facility]);
}

const meansOf = (means: MeansOfTransport = {}): string | undefined =>
  means.vesselImo ?? means.vessel ?? means.train ?? means.wagon;

const codeOf = (place: Place | undefined): string | undefined =>
  place?.unLocode ?? place?.stationCode ?? place?.names[0]?.text;
