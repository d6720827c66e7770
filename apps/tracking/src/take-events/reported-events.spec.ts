import { topics, type TransportEventsReported } from '#contracts';
import type { TransportEvent } from '#domain';
import { messageOf, record } from '../testing/record.js';
import { recordKeysOf } from './record-keys.js';
import { reportedEvents, withdrawalsOf } from './reported-events.js';

const gateIn: TransportEvent = {
  kind: 'gateIn',
  code: { scheme: 'UN/EDIFACT', code: '34' },
  certainty: 'actual',
  occursAt: '2026-11-10T12:45:00+08:00',
  place: { unLocode: 'CNQZH', names: [] },
  equipment: { number: 'CSQU3054383', checkDigitValid: true, seals: [] },
  references: [{ type: 'booking', value: 'HBL26110881' }],
  path: '7:EQD',
};

const told = (report: Partial<TransportEventsReported> = {}) =>
  messageOf(topics.transportEventsReported, {
    documentId: '0193a1b2-0000-7000-8000-0000000000e1',
    sender: 'PORT-QINZHOU',
    senderRole: 'port',
    receivedAt: '2026-11-10T05:00:00.000Z',
    format: 'edifact-codeco',
    number: '1001',
    purpose: 'original',
    replaces: [],
    retractedIds: [],
    events: [gateIn],
    ...report,
  });

const one = (report?: Partial<TransportEventsReported>) => {
  const [event] = reportedEvents(told(report));
  if (!event) throw new Error('No event was told.');
  return event;
};

describe('a reported event', () => {
  it('can be found by its references and its container', () => {
    expect(one().keys).toEqual([
      { type: 'booking', value: 'HBL26110881' },
      { type: 'container', value: 'CSQU3054383' },
    ]);
  });

  it('is not found by a container whose check digit is wrong', () => {
    const equipment = { number: 'CSQU3054384', checkDigitValid: false, seals: [] };
    expect(one({ events: [{ ...gateIn, equipment, references: [] }] }).keys).toEqual([]);
  });

  it('said again by the same reporter is the same step, wherever it stands in the message', () => {
    const again = one({ number: '1002', events: [{ ...gateIn, path: '9:EQD' }] });
    expect(again.step.stepId).toBe(one().step.stepId);
    expect(one({ sender: 'LINE-HAIBEI' }).step.stepId).not.toBe(one().step.stepId);
  });

  it('with an id is the same step whatever it says now', () => {
    const [before, after] = ['2026-11-10', '2026-11-11'].map((occursAt) =>
      one({ events: [{ ...gateIn, id: 'e1', occursAt }] }),
    );
    expect(after?.step.stepId).toBe(before?.step.stepId);
  });

  it('of a time without offset says in which zone it was read, and whether its place tells it', () => {
    const readAt = (occursAt: string, unLocode: string) => {
      const { sortsAt, details } = one({ events: [{ ...gateIn, occursAt, place: { unLocode, names: [] } }] }).step;
      return [sortsAt, details['readIn']];
    };
    expect(readAt('2026-11-10T12:45', 'CNQZH')).toEqual([
      '2026-11-10T04:45:00.000Z',
      { offset: '+08:00', country: 'CN', assumed: false },
    ]);
    expect(readAt('2026-11-10T12:45', 'RUVVO')).toEqual([
      '2026-11-10T12:45:00.000Z',
      { offset: '+00:00', assumed: true },
    ]);
    expect(readAt('2026-11-10T12:45+10:00', 'RUVVO')).toEqual(['2026-11-10T02:45:00.000Z', undefined]);
  });

  it('planned, estimated and actual, by anybody, are statements about one event', () => {
    const planned = one({
      sender: 'LINE-HAIBEI',
      events: [{ ...gateIn, certainty: 'planned', occursAt: '2026-11-09' }],
    });
    expect(planned.occurrence).toBe(one().occurrence);
  });

  it.each([
    ['a message that cancels its number', { purpose: 'cancellation', events: [] }],
    ['a message that replaces its number', { purpose: 'replacement', events: [] }],
    ['a message that names its number', { number: '1009', purpose: 'cancellation', replaces: ['1001'], events: [] }],
    ['a cancellation that repeats it under another number', { number: '1009', purpose: 'cancellation' }],
  ] as const)('is taken back by %s', (_, report) => {
    const targets = withdrawalsOf(told(report)).map(({ target }) => target);
    expect(one().targets.filter((target) => targets.includes(target))).not.toEqual([]);
  });

  it('is taken back by its id', () => {
    const [withdrawal] = withdrawalsOf(told({ events: [], retractedIds: ['e1'] }));
    expect(one({ events: [{ ...gateIn, id: 'e1' }] }).targets).toContain(withdrawal?.target);
  });

  it('is not told by a cancellation, nor taken back by an original', () => {
    expect(reportedEvents(told({ purpose: 'cancellation' }))).toEqual([]);
    expect(withdrawalsOf(told())).toEqual([]);
  });
});

describe('what events find a record by', () => {
  const types = (state: typeof record.state) => [
    ...new Set(recordKeysOf({ ...record, state }).map(({ type }) => type)),
  ];

  it('are its documents and containers, from the first time of its legs to the last', () => {
    expect(recordKeysOf(record)[0]).toEqual({
      type: 'transportDocument',
      value: 'CQ26110417',
      oneDocumentId: record.id,
      startsAt: '2026-11-04T04:30:00.000Z',
      endsAt: '2026-11-18T12:00:00.000Z',
    });
    expect(types('open')).toEqual(['transportDocument', 'container']);
  });

  it('are the documents alone of a cancelled one, and nothing of a merged one', () => {
    expect(types('cancelled')).toEqual(['transportDocument']);
    expect(types('merged')).toEqual([]);
  });
});
