import { eventInstant } from './event-instant.js';

const at = (unLocode: string) => ({ unLocode, names: [] });

describe('the instant an event is ordered by', () => {
  it.each([
    ['2026-11-15T14:10', at('CNQZH'), '2026-11-15T06:10:00Z'],
    ['2026-11-15T14:10:30', at('THLCH'), '2026-11-15T07:10:30Z'],
    ['2026-11-15T14:10Z', at('CNQZH'), '2026-11-15T14:10:00Z'],
    ['2026-11-15T14:10-05:00', at('CNQZH'), '2026-11-15T19:10:00Z'],
    ['2026-11-15T14:10', at('USNYC'), '2026-11-15T14:10:00Z'],
    ['2026-11-15T14:10', undefined, '2026-11-15T14:10:00Z'],
    ['2026-11-15T14:10', { countryCode: 'CN', names: [] }, '2026-11-15T06:10:00Z'],
    ['2026-11-15', at('CNQZH'), '2026-11-15T12:00:00Z'],
  ])('%s at %j is %s', (occursAt, place, expected) => {
    expect(eventInstant(occursAt, place)).toBe(Date.parse(expected));
  });
});
