import { jsonMessage, topics, type DocumentAccepted, type TransportEventsReported } from '#contracts';
import type { EventReport, Reference } from '#domain';
import type { OutgoingMessage } from '#messaging';
import type { CheckedDocument } from '../check-document/check-document.js';

/** A list of thousands of containers is told in parts: an event takes about a kilobyte, a message of the bus a megabyte at most. */
const EVENTS_A_MESSAGE = 300;

/** What is said of an accepted message of events: that it was accepted, and its events. Nothing of any other document. */
export function reported({
  received,
  format,
  findings,
  report,
  edifactProfileVersion,
}: CheckedDocument): OutgoingMessage[] {
  if (!report || format === undefined) return [];
  const { documentId, sender, senderRole, receivedAt } = received;
  const accepted: DocumentAccepted = {
    ...received,
    checkedAt: new Date().toISOString(),
    format,
    findings,
    number: report.number,
    references: referencesOf(report),
    oneDocumentId: null,
    ...(edifactProfileVersion !== undefined && { edifactProfileVersion }),
  };
  const parts = partsOf(report).map((events): TransportEventsReported => {
    return { ...report, events, documentId, sender, senderRole, receivedAt, format };
  });
  return [
    jsonMessage(topics.documentAccepted, documentId, accepted),
    ...parts.map((part) => jsonMessage(topics.transportEventsReported, documentId, part)),
  ];
}

/** At least one: a message may only take back what another said. */
function partsOf({ events }: EventReport): EventReport['events'][] {
  const parts = Math.max(1, Math.ceil(events.length / EVENTS_A_MESSAGE));
  return Array.from({ length: parts }, (_, part) =>
    events.slice(part * EVENTS_A_MESSAGE, (part + 1) * EVENTS_A_MESSAGE),
  );
}

const referencesOf = ({ events }: EventReport): Reference[] => [
  ...new Map(
    events.flatMap(({ references }) => references).map((one) => [`${one.type} ${one.value}`, one] as const),
  ).values(),
];
