import type { EventReport, TransportEvent } from '#domain';
import type { Message, Segment } from '../syntax/edifact.js';
import { partyCodeOf } from '../syntax/edifact/party-codes.js';
import { PREVIOUS_MESSAGE, PURPOSES } from './code-lists.js';
import { firstTime, segmentsIn } from './parts.js';

/** What BGM and UNH say of the message, with the events that it reports. */
export function reportOf(message: Message, beginning: Segment, events: readonly TransportEvent[]): EventReport {
  return {
    number: beginning.given(2, 1) ?? `UNH ${message.opening.text(1)}`,
    purpose: PURPOSES.get(beginning.text(3)) ?? 'original',
    replaces: segmentsIn(message, 'RFF', PREVIOUS_MESSAGE).flatMap((rff) => rff.given(1, 2) ?? []),
    events,
    retractedIds: [],
  };
}

/** What holds for every event of the message: when it was written, and by whom. */
export function statementOf(message: Message) {
  const sender = message.group('NAD', 'MS')?.opening;
  return { statedAt: firstTime([message], ['137'])?.time, reportedBy: sender && partyCodeOf(sender) };
}
