import fc from 'fast-check';
import { kilograms } from './quantities.js';

describe('masses', () => {
  it.each([
    ['20000.000', 'KGM', '20000.000'],
    ['1.10', 'KGM', '1.10'],
    ['43.344500', 'TNE', '43344.500'],
    ['1.10', 'TNE', '1100'],
    ['0.0001', 'TNE', '0.1'],
    ['250', 'GRM', '0.250'],
    ['+5', 'KGM', '5'],
    ['.50', 'KGM', '0.50'],
    ['007', 'KGM', '007'],
  ] as const)('%s %s is %s kg', (content, unitCode, expected) => {
    expect(kilograms({ content, unitCode })).toBe(expected);
  });

  it('tonnes become kilograms exactly, whatever their length', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{0,60}$/), fc.stringMatching(/^\d{3,60}$/), (whole, decimals) => {
        const rest = decimals.slice(3);
        const expected = whole + decimals.slice(0, 3) + (rest === '' ? '' : `.${rest}`);
        expect(kilograms({ content: `${whole}.${decimals}`, unitCode: 'TNE' })).toBe(expected);
      }),
    );
  });
});
