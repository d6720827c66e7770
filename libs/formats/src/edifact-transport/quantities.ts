import { Decimal } from 'decimal.js';
import { isDecimal, type DecimalText } from '#domain';
import { CUBIC_METRES, KILOGRAMS } from './code-lists.js';
import type { Measurement } from './transport-message.types.js';

/** Wide enough that no conversion of a mass or volume is rounded. */
const Exact = Decimal.clone({ precision: 400 });

/** The first measurement of these attributes, in the order of the attributes, in kilograms. */
export const kilogramsIn = (
  measurements: readonly Measurement[],
  attributes: readonly string[],
): DecimalText | undefined => convert(measured(measurements, attributes), KILOGRAMS);

export const cubicMetresIn = (
  measurements: readonly Measurement[],
  attributes: readonly string[],
): DecimalText | undefined => convert(measured(measurements, attributes), CUBIC_METRES);

function measured(measurements: readonly Measurement[], attributes: readonly string[]): Measurement | undefined {
  for (const attribute of attributes) {
    for (const measurement of measurements) if (measurement.attribute === attribute) return measurement;
  }
  return undefined;
}

/** As written when it is in the unit itself, else converted exactly; nothing in a unit that is not known. */
export function convert(
  amount: Pick<Measurement, 'value' | 'unit'> | undefined,
  factors: ReadonlyMap<string, string>,
): DecimalText | undefined {
  const factor = amount && factors.get(amount.unit);
  if (factor === undefined || amount?.value === undefined || !isDecimal(amount.value)) return undefined;
  return factor === '1' ? amount.value : new Exact(amount.value).times(factor).toFixed();
}
