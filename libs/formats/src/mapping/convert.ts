import { Decimal } from 'decimal.js';
import type { DecimalText } from '#domain';

/** Wide enough that no conversion of a stated quantity is rounded. */
export const Exact = Decimal.clone({ precision: 400 });

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
