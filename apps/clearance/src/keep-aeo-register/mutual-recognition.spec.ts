import { isRealDay } from '#domain';
import { isArranged, loadArrangements } from './mutual-recognition.js';

const arrangements = loadArrangements();

describe('the table of arrangements', () => {
  it('has every economy once, with a day that is one', () => {
    const economies = arrangements.map(({ economy }) => economy);
    expect(new Set(economies).size).toBe(economies.length);
    for (const { members, from, to } of arrangements) {
      expect(members.filter((country) => !/^[A-Z]{2}$/.test(country))).toEqual([]);
      expect(isRealDay(from)).toBe(true);
      expect(to === undefined || from <= to).toBe(true);
    }
  });

  it('takes the European Union as one arrangement of 27 member states', () => {
    const union = arrangements.find(({ economy }) => economy === 'EU');
    expect(new Set(union?.members).size).toBe(27);
    expect(union?.members).toEqual(expect.arrayContaining(['DE', 'FR', 'PL', 'GR', 'HR']));
    expect(arrangements.filter(({ economy }) => union?.members.includes(economy))).toEqual([]);
  });

  it.each([
    ['SG', '2013-03-14', false],
    ['SG', '2013-03-15', true],
    ['DE', '2015-10-31', false],
    ['DE', '2015-11-01', true],
    ['MN', '2025-05-31', false],
    ['MN', '2025-06-01', true],
    ['EC', '2025-07-01', true],
    ['GB', '2026-11-12', false],
    ['US', '2026-11-12', false],
    ['CN', '2026-11-12', false],
  ])('says of %s on %s: %s', (country, day, arranged) => expect(isArranged(country, day, arrangements)).toBe(arranged));
});
