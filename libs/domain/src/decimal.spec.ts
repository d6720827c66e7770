import { differsByMoreThan, sameNumber, sumOf } from './decimal.js';

describe('decimals', () => {
  it("sums exactly and keeps the most precise summand's places", () => {
    expect(sumOf(['38750.000', '1.10'])).toBe('38751.100');
    expect(sumOf(['0.1', '0.2'])).toBe('0.3');
    expect(sumOf(['12345678901234567890.12', '1'])).toBe('12345678901234567891.12');
    expect(sumOf(['-0.5', '0.25', '-1'])).toBe('-1.25');
    expect(sumOf(['9007199254740991', '0', '2'])).toBe('9007199254740993');
    expect(sumOf(['900719925474099.1', '0.02'])).toBe('900719925474099.12');
  });

  it('has no sum where a summand is missing or no number', () => {
    expect(sumOf([])).toBeUndefined();
    expect(sumOf(['1', undefined])).toBeUndefined();
    expect(sumOf(['1', '2,5'])).toBeUndefined();
  });

  it('compares as numbers', () => {
    expect(sameNumber('1.10', '1.1')).toBe(true);
  });

  it('takes the tolerance from the reference, and exactly the tolerance is within', () => {
    expect(differsByMoreThan('1', '1000', '1010')).toBe(false);
    expect(differsByMoreThan('1', '1000', '1010.001')).toBe(true);
    expect(differsByMoreThan('1', '1000', '989.999')).toBe(true);
  });
});
