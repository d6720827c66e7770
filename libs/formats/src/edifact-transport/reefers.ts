import type { Container, GoodsLine } from '#domain';
import { statedSettings, type ReeferStatement } from '../mapping/reefers.js';
import type { Segment, SegmentGroup } from '../syntax/edifact.js';
import { rangeIn, setPointIn, TRANSPORT_TEMPERATURE, type SaidOfReefers } from '../syntax/edifact/temperatures.js';
import type { Measurement } from './transport-message.types.js';

/** Of a container: its set point (TMP), humidity and air flow (MEA). `usualUnit`: 6411 of a temperature that has none. */
export function statementsOfContainer(
  { number }: Container,
  group: SegmentGroup,
  measurements: readonly Measurement[],
  usualUnit: string,
): readonly ReeferStatement[] {
  const tmp = group.segment('TMP', TRANSPORT_TEMPERATURE);
  if (!tmp && !measurements.some(isOfReefers)) return NONE;
  return [...setPointIn(tmp, usualUnit), ...measurements.filter(isOfReefers).map(measuredIn)].map(about([number]));
}

const isOfReefers = ({ as }: Measurement): boolean => as?.quantity === 'humidity' || as?.quantity === 'airExchange';

/** Of goods: the temperature they are to be kept at (TMP), or its range (RNG). */
export function statementsOfGoods(
  { stowage }: GoodsLine,
  temperatures: readonly Segment[],
  usualUnit: string,
): readonly ReeferStatement[] {
  if (temperatures.length === 0) return NONE;
  const tmp = temperatures.find((one) => one.tag === 'TMP' && one.code(1) === TRANSPORT_TEMPERATURE);
  const rng = temperatures.find((one) => one.tag === 'RNG');
  const containers = stowage.map(({ containerNumber }) => containerNumber);
  return [...setPointIn(tmp, usualUnit), ...rangeIn(rng)].map(about(containers));
}

const NONE: readonly ReeferStatement[] = [];

const about =
  (containers: readonly string[]) =>
  (said: SaidOfReefers): ReeferStatement => ({ ...said, containers });

const measuredIn = ({ mea, as, amount }: Measurement): SaidOfReefers => ({
  path: mea.path(),
  settings: statedSettings(
    as?.quantity === 'humidity' ? { humidityPercent: amount } : { airExchangeM3PerHour: amount },
  ),
});
