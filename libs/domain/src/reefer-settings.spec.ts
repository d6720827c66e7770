import type { Temperature } from './consignment.js';
import { isColder, isOutside, sameTemperature, settingsAgree, settingsText } from './reefer-settings.js';

const celsius = (value: string): Temperature => ({ value, unit: 'CEL' });
const fahrenheit = (value: string): Temperature => ({ value, unit: 'FAH' });

describe('temperatures', () => {
  it('are compared exactly, across units and spellings', () => {
    expect(sameTemperature(celsius('-18.0'), fahrenheit('-0.4'))).toBe(true);
    expect(sameTemperature(celsius('-18'), fahrenheit('0'))).toBe(false);
    expect(sameTemperature(celsius('0.10000000000000000000000000000000000001'), celsius('0.1'))).toBe(false);
    expect(isColder(celsius('-40.1'), fahrenheit('-40'))).toBe(true);
    expect(isColder(celsius('-40'), fahrenheit('-40'))).toBe(false);
  });

  it('lie in a range with its ends, which may have one end only', () => {
    const range = { minimum: celsius('2'), maximum: fahrenheit('46.4') };
    expect([celsius('2'), celsius('8'), undefined].map((each) => isOutside(each, range))).toEqual([
      false,
      false,
      false,
    ]);
    expect([celsius('1.9'), celsius('8.01')].map((each) => isOutside(each, range))).toEqual([true, true]);
    expect(isOutside(celsius('30'), { minimum: celsius('2') })).toBe(false);
  });
});

describe('settings', () => {
  it('agree where a container can be run as both say', () => {
    const setPoint = celsius('5');
    expect(settingsAgree({ setPoint }, { minimum: celsius('2'), maximum: celsius('8') })).toBe(true);
    expect(settingsAgree({ setPoint }, { humidityPercent: '60' })).toBe(true);
    expect(settingsAgree({ setPoint }, { setPoint: fahrenheit('41.0') })).toBe(true);
    expect(settingsAgree({ nonOperating: true }, { nonOperating: true })).toBe(true);
  });

  it.each([
    [{ setPoint: celsius('5') }, { setPoint: celsius('-5') }],
    [{ setPoint: celsius('9') }, { minimum: celsius('2'), maximum: celsius('8') }],
    [{ minimum: celsius('2') }, { minimum: celsius('0') }],
    [{ maximum: celsius('8') }, { maximum: celsius('7') }],
    [{ humidityPercent: '60' }, { humidityPercent: '65' }],
    [{ airExchangeM3PerHour: '15' }, { airExchangeM3PerHour: '25' }],
    [{ nonOperating: true as const }, { setPoint: celsius('5') }],
  ])('disagree: %j and %j', (one, other) => {
    expect([settingsAgree(one, other), settingsAgree(other, one)]).toEqual([false, false]);
  });

  it('are told in one line', () => {
    const range = { minimum: celsius('-20'), maximum: celsius('-16') };
    expect(
      settingsText({ setPoint: celsius('-18.0'), ...range, humidityPercent: '60', airExchangeM3PerHour: '15' }),
    ).toBe('-18.0 °C (-20 °C … -16 °C), 60 % RH, 15 m³/h');
    expect(settingsText(range)).toBe('-20 °C … -16 °C');
    expect(settingsText({ maximum: fahrenheit('46') })).toBe('… 46 °F');
    expect(settingsText({ nonOperating: true })).toBe('NOR');
  });
});
