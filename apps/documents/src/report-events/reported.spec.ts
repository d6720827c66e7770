import { topics } from '#contracts';
import type { TransportEvent } from '#domain';
import { reported } from './reported.js';

const departed = (id: number): TransportEvent => ({
  id: String(id),
  kind: 'departed',
  code: { scheme: 'DCSA', code: 'DEPA' },
  certainty: 'actual',
  occursAt: '2026-11-12T03:30:00Z',
  references: [{ type: 'booking', value: 'HBL26110881' }],
  path: `/${id}`,
});

const checked = (events: readonly TransportEvent[], retractedIds: readonly string[] = []) => ({
  received: {
    documentId: '0193a1b2-0000-7000-8000-0000000000e1',
    sha256: 'a'.repeat(64),
    sender: 'HBLX',
    senderRole: 'ocean-carrier',
    receivedAt: '2026-11-12T04:00:00.000Z',
  },
  format: 'dcsa-tnt',
  findings: [],
  report: { number: '0', purpose: 'original' as const, replaces: [], retractedIds, events },
});

const payloads = (topic: string, ...rest: Parameters<typeof checked>): any[] =>
  reported(checked(...rest))
    .filter(({ type }) => type === topic)
    .map(({ data }) => JSON.parse(data.toString()) as unknown);

describe('what is said of a message of events', () => {
  it('is that it was accepted, in no record, with each reference once', () => {
    expect(payloads(topics.documentAccepted, [departed(0), departed(1)])).toMatchObject([
      { number: '0', oneDocumentId: null, references: [{ type: 'booking', value: 'HBL26110881' }] },
    ]);
  });

  it('are its events, in parts that the bus can carry, none lost and in their order', () => {
    const events = Array.from({ length: 1_000 }, (_, id) => departed(id));
    const parts = payloads(topics.transportEventsReported, events);
    expect(parts.map((part) => part.events.length)).toEqual([300, 300, 300, 100]);
    expect(parts.flatMap((part) => part.events)).toEqual(events);
  });

  it('is told also when it only takes events back', () => {
    expect(payloads(topics.transportEventsReported, [], ['e1'])).toMatchObject([{ events: [], retractedIds: ['e1'] }]);
  });

  it('is nothing of another document', () => {
    const { report: _, ...waybill } = checked([]);
    expect(reported(waybill)).toEqual([]);
  });
});
