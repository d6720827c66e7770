import { hasValidCheckDigit, isContainerNumber, normaliseContainerNumber } from './container-number.js';

describe('container number (ISO 6346)', () => {
  it.each(['XQLU3054382', 'XQLU1182044', 'ZQVU6200179', 'JXQU4002118', 'CSQU3054383'])(
    '%s has a fitting check digit',
    (number) => {
      expect(hasValidCheckDigit(number)).toBe(true);
    },
  );

  it('refuses another check digit and another category', () => {
    expect(hasValidCheckDigit('CSQU3054384')).toBe(false);
    expect(isContainerNumber('CSQA3054383')).toBe(false);
  });

  it('takes what people write between the parts away', () => {
    expect(normaliseContainerNumber('csqu 305438-3')).toBe('CSQU3054383');
  });
});
