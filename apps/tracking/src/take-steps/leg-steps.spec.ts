import { topics } from '#contracts';
import { BILL_OF_LADING, messageOf, RAIL_WAYBILL, record } from '../testing/record.js';
import { legSteps } from './leg-steps.js';

const message = messageOf(topics.oneDocumentChanged, {});

describe('legSteps', () => {
  it('takes departures and arrivals with their times as written and what proves them', () => {
    const steps = legSteps(record, message);
    expect(steps.map(({ kind, occursAt, certainty }) => [kind, occursAt, certainty])).toEqual([
      ['leg.departure', '2026-11-04T12:30:00+08:00', 'actual'],
      ['leg.arrival', '2026-11-07T16:00:00+08:00', 'actual'],
      ['leg.departure', '2026-11-12', 'planned'],
      ['leg.arrival', '2026-11-18', 'planned'],
    ]);
    expect(steps[0]?.source).toEqual({
      room: 'documents',
      topic: 'documents.one-document.changed.v1',
      messageId: message.id,
      documents: [{ documentId: RAIL_WAYBILL, number: 'CQ26110417', sentBy: '0002187' }],
    });
    expect(steps[2]?.source.documents).toEqual([
      { documentId: BILL_OF_LADING, number: 'HBLQZH2611042', sentBy: 'HBLX' },
    ]);
  });

  it('names place, vehicle and the containers of the leg', () => {
    const [railDeparture, , , seaArrival] = legSteps(record, message);
    expect(railDeparture?.details).toEqual({
      mode: 'rail',
      leg: 1,
      place: record.legs[0]?.from,
      train: 'X9560',
      containers: ['CSQU3054383', 'XQLU3054382'],
      recordVersion: 2,
    });
    expect(seaArrival?.details).toMatchObject({
      mode: 'sea',
      place: record.legs[1]?.to,
      vessel: 'HAIBEI CONCORD',
      voyage: '046S',
      containers: ['CSQU3054383'],
    });
  });

  it('reads a time without offset as its place does, and says so', () => {
    const legs = record.legs.map((leg) => ({ ...leg, departsAt: '2026-11-04T12:30' }));
    const [departure, arrival] = legSteps({ ...record, legs }, message);
    expect(departure?.sortsAt).toBe('2026-11-04T04:30:00.000Z');
    expect(departure?.details['readIn']).toEqual({ offset: '+08:00', country: 'CN', assumed: false });
    expect(arrival?.details).not.toHaveProperty('readIn');
  });

  it('gives the same steps the same ids in every version', () => {
    const ids = (version: number) => legSteps({ ...record, version }, message).map(({ stepId }) => stepId);
    expect(ids(3)).toEqual(ids(2));
    expect(new Set(ids(2)).size).toBe(4);
  });

  it('leaves out what has no time', () => {
    const legs = record.legs.map(({ arrivesAt: _arrivesAt, ...leg }) => leg);
    expect(legSteps({ ...record, legs }, message).map(({ kind }) => kind)).toEqual(['leg.departure', 'leg.departure']);
  });

  it('plans nothing for a cancelled record, and leaves a merged one to the record that survives', () => {
    expect(legSteps({ ...record, state: 'cancelled' }, message).map(({ certainty }) => certainty)).toEqual([
      'actual',
      'actual',
    ]);
    expect(legSteps({ ...record, state: 'merged' }, message)).toEqual([]);
  });
});
