import { journeyInstants } from './journey-order.js';

/** Where each time stands among the others, ties in the order of travel. */
const orderOf = (...times: string[]): string[] => {
  const instants = journeyInstants(times.map((occursAt) => ({ occursAt })));
  return times
    .map((time, index) => ({ time, index, instant: instants[index] as number }))
    .sort((one, other) => one.instant - other.instant || one.index - other.index)
    .map(({ time }) => time);
};

describe('journeyInstants', () => {
  it('orders by instant, not by the clock on the wall', () => {
    const [inAlmaty, inChongqing] = ['2026-11-04T10:30:00+05:00', '2026-11-04T12:30:00+08:00'];
    expect(journeyInstants([{ occursAt: inAlmaty }, { occursAt: inChongqing }])).toEqual([
      Date.UTC(2026, 10, 4, 5, 30),
      Date.UTC(2026, 10, 4, 4, 30),
    ]);
  });

  it('lets a ship that sails some time that day sail after the train of that evening', () => {
    const journey = ['2026-11-12T23:00:00+08:00', '2026-11-12', '2026-11-18'];
    expect(orderOf(...journey)).toEqual(journey);
  });

  it('lets a ship that arrives some time that day arrive before the train of that morning', () => {
    const journey = ['2026-11-12', '2026-11-18', '2026-11-18T06:00:00+08:00', '2026-11-19'];
    expect(orderOf(...journey)).toEqual(journey);
  });

  it('keeps several days without time in the order of travel', () => {
    const journey = ['2026-11-12', '2026-11-12', '2026-11-12T20:30:00+08:00'];
    expect(orderOf(...journey)).toEqual(journey);
  });

  it('does not move a day past another day', () => {
    expect(orderOf('2026-11-13T09:00:00+08:00', '2026-11-12')).toEqual(['2026-11-12', '2026-11-13T09:00:00+08:00']);
  });
});
