import { Decimal } from 'decimal.js';
import type { ReeferSettings, Temperature } from './consignment.js';
import { sameNumber } from './decimal.js';

/** Wide enough that no temperature is rounded: a Celsius one always has an exact Fahrenheit one. */
const Exact = Decimal.clone({ precision: 200 });

const inFahrenheit = ({ value, unit }: Temperature): Decimal =>
  unit === 'FAH' ? new Exact(value) : new Exact(value).times('1.8').plus(32);

/** Equal as temperatures: `-18.0 CEL` and `-0.4 FAH`. */
export const sameTemperature = (one: Temperature, other: Temperature): boolean =>
  inFahrenheit(one).equals(inFahrenheit(other));

export const isColder = (one: Temperature, other: Temperature): boolean =>
  inFahrenheit(one).lessThan(inFahrenheit(other));

/** Whether goods that may have the temperatures of this range would be too cold or too warm. */
export const isOutside = (
  temperature: Temperature | undefined,
  { minimum, maximum }: Pick<ReeferSettings, 'minimum' | 'maximum'>,
): boolean =>
  temperature !== undefined &&
  ((minimum !== undefined && isColder(temperature, minimum)) ||
    (maximum !== undefined && isColder(maximum, temperature)));

/** Whether a container can be run as both say: what only one of them says is no contradiction. */
export const settingsAgree = (one: ReeferSettings, other: ReeferSettings): boolean =>
  one.nonOperating === other.nonOperating &&
  agree(one.setPoint, other.setPoint, sameTemperature) &&
  agree(one.minimum, other.minimum, sameTemperature) &&
  agree(one.maximum, other.maximum, sameTemperature) &&
  agree(one.humidityPercent, other.humidityPercent, sameNumber) &&
  agree(one.airExchangeM3PerHour, other.airExchangeM3PerHour, sameNumber) &&
  !isOutside(one.setPoint, other) &&
  !isOutside(other.setPoint, one);

const agree = <Value>(
  one: Value | undefined,
  other: Value | undefined,
  same: (one: Value, other: Value) => boolean,
): boolean => one === undefined || other === undefined || same(one, other);

/** In one line and in no language: `-18 °C (-20 °C … -16 °C), 60 % RH, 15 m³/h`; `NOR`, a non-operating reefer. */
export function settingsText(settings: ReeferSettings): string {
  const { nonOperating, setPoint, minimum, maximum, humidityPercent, airExchangeM3PerHour } = settings;
  const range = minimum || maximum ? `${textOf(minimum)} … ${textOf(maximum)}`.trim() : '';
  return [
    nonOperating === true ? 'NOR' : '',
    setPoint && range !== '' ? `${textOf(setPoint)} (${range})` : textOf(setPoint) + range,
    humidityPercent === undefined ? '' : `${humidityPercent} % RH`,
    airExchangeM3PerHour === undefined ? '' : `${airExchangeM3PerHour} m³/h`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

const textOf = (temperature: Temperature | undefined): string =>
  temperature ? `${temperature.value} ${temperature.unit === 'CEL' ? '°C' : '°F'}` : '';
