import { instantAt, zoneOf, ZONES } from './time-zone.js';

const at = (unLocode: string) => ({ unLocode, names: [] });

describe('the instant a time is ordered by', () => {
  it.each([
    ['2026-11-15T14:10', at('CNQZH'), '2026-11-15T06:10:00Z'],
    ['2026-11-15T14:10:30', at('THLCH'), '2026-11-15T07:10:30Z'],
    ['2026-11-15T14:10Z', at('CNQZH'), '2026-11-15T14:10:00Z'],
    ['2026-11-15T14:10-05:00', at('CNQZH'), '2026-11-15T19:10:00Z'],
    ['2026-11-15T14:10', at('USNYC'), '2026-11-15T14:10:00Z'],
    ['2026-11-15T14:10', undefined, '2026-11-15T14:10:00Z'],
    ['2026-11-15T14:10', { countryCode: 'CN', names: [] }, '2026-11-15T06:10:00Z'],
    ['2026-11-15', at('CNQZH'), '2026-11-15T12:00:00Z'],
  ])('%s at %j is %s', (time, place, expected) => {
    expect(instantAt(time, place)).toBe(Date.parse(expected));
  });

  it('is none of a time that does not exist', () => {
    expect(instantAt('2026-02-30T14:10', at('CNQZH'))).toBeUndefined();
  });
});

describe('the zone of a time without offset', () => {
  it.each([
    ['2026-11-15T14:10', at('CNQZH'), { offset: '+08:00', country: 'CN', assumed: false }],
    ['2026-11-15T14:10', at('KZALA'), { offset: '+05:00', country: 'KZ', assumed: false }],
    ['2024-02-29T23:59', at('KZALA'), { offset: '+00:00', assumed: true }],
    ['2026-11-15T14:10', at('RUVVO'), { offset: '+00:00', assumed: true }],
    ['2026-11-15T14:10', at('USNYC'), { offset: '+00:00', assumed: true }],
    ['2026-11-15T14:10', { stationCode: '35630', names: [] }, { offset: '+00:00', assumed: true }],
    ['2026-11-15T14:10', undefined, { offset: '+00:00', assumed: true }],
  ])('%s at %j', (time, place, expected) => {
    expect(zoneOf(time, place)).toEqual(expected);
  });

  it.each(['2026-11-15T14:10Z', '2026-11-15T14:10:30.5+0530', '2026-11-15'])('%s needs none', (time) => {
    expect(zoneOf(time, at('CNQZH'))).toBeUndefined();
  });
});

/** In `esnext.intl`, which is not among the libraries of tsconfig.json. */
type WithTimeZones = Intl.Locale & { getTimeZones(): string[] | undefined };

describe('countries with one time', () => {
  const offsetsIn = (timeZone: string) =>
    ['2026-01-15', '2026-07-15'].map((day) => {
      const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(
        new Date(day),
      );
      return parts.find(({ type }) => type === 'timeZoneName')?.value.slice('GMT'.length) || '+00:00';
    });

  // Xinjiang has a time of its own beside Beijing's; railways, ports and customs there write Beijing's.
  it.each([...ZONES])('%s has %j, summer and winter, in all its parts', (country, { offset }) => {
    const zones = (new Intl.Locale('und', { region: country }) as WithTimeZones).getTimeZones() ?? [];
    const official = zones.filter((zone) => zone !== 'Asia/Urumqi');
    expect(new Set(official.flatMap(offsetsIn))).toEqual(new Set([offset]));
  });
});
