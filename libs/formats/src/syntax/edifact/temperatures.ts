import type { DecimalText, Temperature } from '#domain';
import { statedSettings, type ReeferStatement } from '../../mapping/reefers.js';
import type { SegmentGroup } from './message.js';
import type { Segment } from './segment.js';

/** 6245: the temperature at which goods are kept on their way. */
export const TRANSPORT_TEMPERATURE = '2';

/** 6167: a range of temperatures; what is read for one. */
export const TEMPERATURE_RANGE = '5';
const TEMPERATURE_RANGES: ReadonlySet<string> = new Set([TEMPERATURE_RANGE, '12']);

/** Directories in which 6246 is in degrees Celsius unless its unit says otherwise. */
const IN_CELSIUS: ReadonlySet<string> = new Set(['D.95B', 'D.99B']);

/** 6411 of a temperature that has none. */
export const usualUnitIn = (directory: string): string => (IN_CELSIUS.has(directory) ? 'CEL' : '');

/** 6411 of a temperature (UN/ECE Recommendation 20). */
const TEMPERATURE_UNITS: ReadonlyMap<string, Temperature['unit']> = new Map([
  ['CEL', 'CEL'],
  ['FAH', 'FAH'],
]);

/** Of whichever containers it is. */
export type SaidOfReefers = Omit<ReeferStatement, 'containers'>;

/** With a container: segments in some directories, in others groups that TMP opens with a RNG in each. */
export function statementsIn(group: SegmentGroup, number: string, directory: string): ReeferStatement[] {
  const opened = group.groups('TMP', TRANSPORT_TEMPERATURE).map(({ opening }) => opening);
  const ranges = [group, ...group.groups('TMP')].flatMap((holder) => holder.segments('RNG'));
  return [
    ...[...group.segments('TMP', TRANSPORT_TEMPERATURE), ...opened].flatMap((tmp) =>
      setPointIn(tmp, usualUnitIn(directory)),
    ),
    ...ranges.flatMap(rangeIn),
  ].map((said) => ({ ...said, containers: [number] }));
}

/** TMP; `usualUnit`: 6411 of a temperature that has none. */
export function setPointIn(tmp: Segment | undefined, usualUnit: string): SaidOfReefers[] {
  const value = tmp?.decimal(2, 1);
  if (!tmp || value === undefined) return [];
  return [
    { path: tmp.path(), settings: statedSettings({ setPoint: temperature(value, tmp.code(2, 2) || usualUnit) }) },
  ];
}

/** RNG. */
export function rangeIn(rng: Segment | undefined): SaidOfReefers[] {
  if (!rng || !TEMPERATURE_RANGES.has(rng.code(1))) return [];
  const unit = rng.code(2, 1);
  const [minimum, maximum] = [temperature(rng.decimal(2, 2), unit), temperature(rng.decimal(2, 3), unit)];
  return [{ path: rng.path(), settings: statedSettings({ minimum, maximum }) }];
}

function temperature(value: string | undefined, unit: string): Temperature | undefined {
  const known = TEMPERATURE_UNITS.get(unit);
  return value !== undefined && known ? { value: withoutLeadingZeros(value), unit: known } : undefined;
}

/** Numbers of fixed length, `027` or `-018`, as they are meant. */
export const withoutLeadingZeros = (number: DecimalText): DecimalText => number.replace(/^(-?)0+(?=\d)/, '$1');
