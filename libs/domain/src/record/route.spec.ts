import type { Place } from '../consignment.js';
import { countryOf, routeOf } from './route.js';

const place = (more: Partial<Place> = {}): Place => ({ names: [], ...more });
const chongqing = place({ unLocode: 'CNCKG', countryCode: 'CN' });
const qinzhou = place({ unLocode: 'CNQZH' });
const singapore = place({ unLocode: 'SGSIN' });

describe('the route of goods', () => {
  it('goes from the start of the first leg to the end of the last', () => {
    const legs = [
      { from: chongqing, to: qinzhou },
      { from: qinzhou, to: singapore },
    ];
    expect(routeOf(legs)).toEqual({ from: 'CNCKG', to: 'SGSIN' });
    expect(routeOf(legs.slice(0, 1))).toEqual({ from: 'CNCKG', to: 'CNQZH' });
  });

  it('has the country where a place has no UN/LOCODE', () => {
    const station = place({ stationCode: '700007', countryCode: 'KZ' });
    expect(routeOf([{ from: station, to: singapore }])).toEqual({ from: 'KZ', to: 'SGSIN' });
  });

  it.each([
    ['nothing codes a place', place({ stationCode: 'QSW' })],
    ['the country is no code', place({ countryCode: 'China' })],
  ])('is unknown where %s', (_what, unknown) => {
    expect(routeOf([{ from: unknown, to: singapore }])).toBeUndefined();
    expect(routeOf([{ from: chongqing, to: unknown }])).toBeUndefined();
  });

  it('is unknown without legs', () => expect(routeOf([])).toBeUndefined());
});

it('takes the country of a place from its UN/LOCODE before the document', () => {
  expect(countryOf({ unLocode: 'SGSIN', countryCode: 'MY', names: [] })).toBe('SG');
  expect(countryOf({ stationCode: '720602', countryCode: 'UZ', names: [] })).toBe('UZ');
});
