import type { DecimalText } from '#domain';
import { convert } from '../mapping/convert.js';
import { CUBIC_METRES_PER_HOUR } from '../mapping/reefers.js';
import type { Segment } from '../syntax/edifact.js';
import { AIR_EXCHANGE, CUBIC_METRES, GROSS, HUMIDITY, KILOGRAMS, NET, PERCENT, TARE, VOLUME } from './code-lists.js';
import type { Measurement, MeasuredAs } from './transport-message.types.js';

const measuredAs = (
  quantity: MeasuredAs['quantity'],
  attributes: readonly string[],
  units: ReadonlyMap<string, string>,
): [string, MeasuredAs][] => attributes.map((attribute, rank) => [attribute, { quantity, rank, units }]);

/** 6313: the attributes that are read. */
const ATTRIBUTES: ReadonlyMap<string, MeasuredAs> = new Map([
  ...measuredAs('grossMass', GROSS, KILOGRAMS),
  ...measuredAs('netMass', NET, KILOGRAMS),
  ...measuredAs('tareMass', TARE, KILOGRAMS),
  ...measuredAs('volume', VOLUME, CUBIC_METRES),
  ...measuredAs('humidity', HUMIDITY, PERCENT),
  ...measuredAs('airExchange', AIR_EXCHANGE, CUBIC_METRES_PER_HOUR),
]);

export function measurementOf(mea: Segment): Measurement {
  const as = ATTRIBUTES.get(mea.code(2, 1));
  return { mea, as, amount: as && convert(mea.decimal(3, 2), mea.code(3, 1), as.units) };
}

/** Of several measurements of a quantity that by the nearest attribute, and of those the first. */
export function amountOf(
  quantity: MeasuredAs['quantity'],
  measurements: readonly Measurement[],
): DecimalText | undefined {
  let [nearest, amount] = [Infinity, undefined as DecimalText | undefined];
  for (const { as, amount: measured } of measurements) {
    if (as?.quantity !== quantity || as.rank >= nearest) continue;
    nearest = as.rank;
    amount = measured;
  }
  return amount;
}
