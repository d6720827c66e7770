import { checkEvent } from './event-checks.js';

const event = {
  references: [{ type: 'booking', value: 'HBL26110881' }],
  occursAt: '2026-11-15T14:10',
} as const;

const codesOf = (place: Parameters<typeof checkEvent>[0]['place'], occursAt: string = event.occursAt) =>
  checkEvent({ ...event, occursAt, ...(place && { place }) }, '/event', '/event/time').map(
    ({ code, severity, path }) => [code, severity, path],
  );

const told = [['EVENT.NO_OFFSET', 'warning', '/event/time']];

describe('the time of an event', () => {
  it.each([
    ['of no place', undefined],
    ['of a country with several times', { unLocode: 'RUVVO', names: [] }],
    ['of a station without country', { stationCode: '35630', names: [{ text: 'Хоргос' }] }],
  ])('%s is asked to have its offset', (_, place) => {
    expect(codesOf(place)).toEqual(told);
  });

  it('is as good as with its offset where the country has one time', () => {
    expect(codesOf({ unLocode: 'CNQZH', names: [] })).toEqual([]);
    expect(codesOf({ countryCode: 'KZ', names: [{ text: 'Алматы' }] })).toEqual([]);
  });

  it('that is a day, or has its offset, needs none', () => {
    expect([codesOf(undefined, '2026-11-15'), codesOf(undefined, '2026-11-15T14:10+03:00')]).toEqual([[], []]);
  });
});
