import type { Container, GoodsLine, Temperature } from '#domain';
import { statedSettings, type ReeferStatement } from '../reefers.js';
import type { Segment, SegmentGroup } from '../syntax/edifact.js';
import { TEMPERATURE_RANGES, TEMPERATURE_UNITS, TRANSPORT_TEMPERATURE } from './code-lists.js';
import { withoutLeadingZeros } from './quantities.js';
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
  group: SegmentGroup,
  usualUnit: string,
): readonly ReeferStatement[] {
  const tmp = group.segment('TMP', TRANSPORT_TEMPERATURE);
  const rng = group.segment('RNG');
  if (!tmp && !rng) return NONE;
  const containers = stowage.map(({ containerNumber }) => containerNumber);
  return [...setPointIn(tmp, usualUnit), ...rangeIn(rng)].map(about(containers));
}

const NONE: readonly ReeferStatement[] = [];

type Said = Omit<ReeferStatement, 'containers'>;

const about =
  (containers: readonly string[]) =>
  (said: Said): ReeferStatement => ({ ...said, containers });

const measuredIn = ({ mea, as, amount }: Measurement): Said => ({
  path: mea.path(),
  settings: statedSettings(
    as?.quantity === 'humidity' ? { humidityPercent: amount } : { airExchangeM3PerHour: amount },
  ),
});

function setPointIn(tmp: Segment | undefined, usualUnit: string): Said[] {
  const value = tmp?.decimal(2, 1);
  if (!tmp || value === undefined) return [];
  return [
    { path: tmp.path(), settings: statedSettings({ setPoint: temperature(value, tmp.code(2, 2) || usualUnit) }) },
  ];
}

function rangeIn(rng: Segment | undefined): Said[] {
  if (!rng || !TEMPERATURE_RANGES.has(rng.code(1))) return [];
  const unit = rng.code(2, 1);
  const [minimum, maximum] = [temperature(rng.decimal(2, 2), unit), temperature(rng.decimal(2, 3), unit)];
  return [{ path: rng.path(), settings: statedSettings({ minimum, maximum }) }];
}

function temperature(value: string | undefined, unit: string): Temperature | undefined {
  const known = TEMPERATURE_UNITS.get(unit);
  return value !== undefined && known ? { value: withoutLeadingZeros(value), unit: known } : undefined;
}
