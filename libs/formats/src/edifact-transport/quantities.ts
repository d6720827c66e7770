import { Decimal } from 'decimal.js';
import type { DecimalText } from '#domain';
import type { Segment } from '../syntax/edifact.js';
import { CUBIC_METRES, GROSS, KILOGRAMS, NET, TARE, VOLUME } from './code-lists.js';
import type { Measurement } from './transport-message.types.js';

/** By attribute (6313), the units that are read. */
export const UNITS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ...[...GROSS, ...NET, ...TARE].map((attribute) => [attribute, KILOGRAMS] as const),
  ...VOLUME.map((attribute) => [attribute, CUBIC_METRES] as const),
]);

export function measurementOf(mea: Segment): Measurement {
  const attribute = mea.code(2, 1);
  const units = UNITS.get(attribute);
  return { mea, attribute, amount: units && convert(mea.decimal(3, 2), mea.code(3, 1), units) };
}

/** The first measurement of these attributes, in the order of the attributes. */
export function amountIn(measurements: readonly Measurement[], attributes: readonly string[]): DecimalText | undefined {
  for (const wanted of attributes) {
    for (const { attribute, amount } of measurements) if (attribute === wanted) return amount;
  }
  return undefined;
}

/** Wide enough that no conversion of a mass or volume is rounded. */
const Exact = Decimal.clone({ precision: 400 });

/** As written when it is in the unit itself, else converted exactly; nothing in a unit that is not known. */
export function convert(
  value: DecimalText | undefined,
  unit: string,
  units: ReadonlyMap<string, string>,
): DecimalText | undefined {
  const factor = units.get(unit);
  if (factor === undefined || value === undefined) return undefined;
  return factor === '1' ? value : new Exact(value).times(factor).toFixed();
}
