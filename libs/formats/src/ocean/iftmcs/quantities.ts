import { Decimal } from 'decimal.js';
import { isDecimal, type DecimalText } from '#domain';
import type { Segment, SegmentGroup } from '../../syntax/edifact.js';
import { CUBIC_METRES, KILOGRAMS } from './code-lists.js';

/** Wide enough that no conversion of a mass or volume is rounded. */
const Exact = Decimal.clone({ precision: 400 });

/** The first measurement of these attributes, in the order of the attributes, in kilograms. */
export const kilogramsIn = (measurements: readonly Segment[], attributes: readonly string[]): DecimalText | undefined =>
  convert(measured(measurements, attributes), KILOGRAMS);

export const cubicMetresIn = (
  measurements: readonly Segment[],
  attributes: readonly string[],
): DecimalText | undefined => convert(measured(measurements, attributes), CUBIC_METRES);

/** MEA groups' own segments: goods and splits have their measurements in groups, equipment has them directly. */
export const measurementsIn = (group: SegmentGroup): Segment[] => group.groups('MEA').map(({ opening }) => opening);

interface Amount {
  readonly value: DecimalText | undefined;
  readonly unit: string;
}

function measured(measurements: readonly Segment[], attributes: readonly string[]): Amount | undefined {
  for (const attribute of attributes) {
    for (const mea of measurements) {
      if (mea.code(2, 1) === attribute) return { value: mea.decimal(3, 2), unit: mea.code(3, 1) };
    }
  }
  return undefined;
}

/** As written when it is in the unit itself, else converted exactly; nothing in a unit that is not known. */
export function convert(amount: Amount | undefined, factors: ReadonlyMap<string, string>): DecimalText | undefined {
  const factor = amount && factors.get(amount.unit);
  if (factor === undefined || amount?.value === undefined || !isDecimal(amount.value)) return undefined;
  return factor === '1' ? amount.value : new Exact(amount.value).times(factor).toFixed();
}
