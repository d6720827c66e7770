import type { Place, TradeTime } from './consignment.js';
import { instantOf } from './trade-time.js';

/** In which zone a time without offset is read. */
export interface ZoneRead {
  readonly offset: string;
  /** ISO 3166-1 alpha-2 of the country whose one time it is. */
  readonly country?: string;
  /** Nothing tells the zone: the time is ordered as if it were UTC. */
  readonly assumed: boolean;
}

/** Since the first day of `since` where the country had another time before. */
interface OneTime {
  readonly offset: string;
  readonly since?: string;
}

const all = (offset: string, countries: string): [string, OneTime][] =>
  countries.split(' ').map((country) => [country, { offset }]);

/** Countries on Yidan's ways that have one time all year, in all of the country. */
export const ZONES: ReadonlyMap<string, OneTime> = new Map([
  ...all('+09:00', 'JP KP KR TL'),
  ...all('+08:00', 'BN CN HK MO MY PH SG TW'),
  ...all('+07:00', 'KH LA TH VN'),
  ...all('+06:30', 'MM'),
  ...all('+06:00', 'BD BT KG'),
  ...all('+05:45', 'NP'),
  ...all('+05:30', 'IN LK'),
  ...all('+05:00', 'MV PK TJ TM UZ'),
  ['KZ', { offset: '+05:00', since: '2024-03-01' }],
  ...all('+04:30', 'AF'),
  ...all('+04:00', 'AE AM AZ GE MU OM'),
  ['IR', { offset: '+03:30', since: '2022-09-22' }],
  ...all('+03:00', 'BH BY DJ ET IQ KE KW QA SA TR TZ YE'),
  ...all('+02:00', 'MZ ZA'),
]);

const ASSUMED: ZoneRead = { offset: '+00:00', assumed: true };

/** Terminals write the time on their wall. Undefined for a time with its own offset, and for a day, which has no time of day to read. */
export function zoneOf(time: TradeTime, place: Place | undefined): ZoneRead | undefined {
  if (!time.includes('T') || /(Z|[+-]\d{2}:?\d{2})$/.test(time)) return undefined;
  const country = place?.unLocode?.slice(0, 2) ?? place?.countryCode;
  const zone = country === undefined ? undefined : ZONES.get(country);
  if (country === undefined || !zone || time < (zone.since ?? '')) return ASSUMED;
  return { offset: zone.offset, country, assumed: false };
}

/** The instant that a time at a place is ordered by; undefined when there is no real time. */
export function instantAt(time: TradeTime, place: Place | undefined): number | undefined {
  const zone = zoneOf(time, place);
  return instantOf(zone ? `${time}${zone.offset}` : time);
}
