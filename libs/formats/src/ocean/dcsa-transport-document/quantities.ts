import type { DecimalText } from '#domain';
import { convert, Exact } from '../../mapping/convert.js';
import { CUBIC_METRES, KILOGRAMS } from './code-lists.js';
import type { DangerousGoodsTree, QuantityTree } from './tree.types.js';

/** In kilograms: as written when it is in kilograms, else converted exactly. */
export const kilogramsOf = (mass: QuantityTree | undefined): DecimalText | undefined => converted(mass, KILOGRAMS);

/** In cubic metres: as written when it is in cubic metres, else converted exactly. */
export const cubicMetresOf = (volume: QuantityTree | undefined): DecimalText | undefined =>
  converted(volume, CUBIC_METRES);

/** Degrees Celsius; a Fahrenheit value is rounded to a hundredth of a degree. */
export function flashpointOf({ limits }: DangerousGoodsTree): DecimalText | undefined {
  if (limits?.flashPoint === undefined) return undefined;
  if (limits.temperatureUnit === 'CEL') return limits.flashPoint;
  if (limits.temperatureUnit !== 'FAH') return undefined;
  return new Exact(limits.flashPoint).minus(32).times(5).dividedBy(9).toDecimalPlaces(2).toFixed();
}

const converted = (quantity: QuantityTree | undefined, factors: ReadonlyMap<string, string>): DecimalText | undefined =>
  quantity && convert(quantity.value, quantity.unit, factors);
