import { instantOf, type Place, type TradeTime } from '#domain';

/** Countries on Yidan's ways that have one time all year, in all of the country. */
const OFFSETS: Readonly<Record<string, string>> = {
  CN: '+08:00',
  HK: '+08:00',
  MO: '+08:00',
  MY: '+08:00',
  PH: '+08:00',
  SG: '+08:00',
  TW: '+08:00',
  JP: '+09:00',
  KR: '+09:00',
  KH: '+07:00',
  LA: '+07:00',
  TH: '+07:00',
  VN: '+07:00',
  MM: '+06:30',
  BD: '+06:00',
  IN: '+05:30',
  LK: '+05:30',
  KZ: '+05:00',
  PK: '+05:00',
  UZ: '+05:00',
  AE: '+04:00',
};

/**
 * The instant an event is ordered by. Terminals write the time on their wall: a time without offset is that of its place, where the country has but
 * one, else UTC.
 */
export function eventInstant(occursAt: TradeTime, place: Place | undefined): number | undefined {
  const hasOffset = /(Z|[+-]\d{2}:?\d{2})$/.test(occursAt.slice('2026-11-12'.length));
  const country = place?.unLocode?.slice(0, 2) ?? place?.countryCode;
  const offset = occursAt.includes('T') && !hasOffset && country !== undefined ? OFFSETS[country] : undefined;
  return instantOf(offset === undefined ? occursAt : `${occursAt}${offset}`);
}
