import { isDeepStrictEqual } from 'node:util';
import { settingsAgree, type Container, type DecimalText, type GoodsLine, type ReeferSettings } from '#domain';
import { convert } from './convert.js';
import { given } from './given.js';
import { withOne } from './with-one.js';

/** Cubic metres per hour in a unit of air exchange, exactly (UN/ECE Recommendation 20; cubic feet are 2K there and FQH with DCSA). */
export const CUBIC_METRES_PER_HOUR: ReadonlyMap<string, string> = new Map([
  ['MQH', '1'],
  ['2K', '0.028316846592'],
  ['FQH', '0.028316846592'],
  ['G51', '3.6'],
]);

/** As written when it is in cubic metres per hour, else converted exactly; nothing in a unit that is not known. */
export const cubicMetresPerHour = (value: DecimalText, unit: string): DecimalText | undefined =>
  convert(value, unit, CUBIC_METRES_PER_HOUR);

/** One thing that a document says of how reefers are to be run. */
export interface ReeferStatement {
  readonly path: string;
  /** Undefined for what is no number, or in a unit that is not read. */
  readonly settings: ReeferSettings | undefined;
  /** Which it is about; of goods, those that they are in. */
  readonly containers: readonly string[];
}

type Sought = { readonly [Member in keyof ReeferSettings]-?: ReeferSettings[Member] | undefined };

/** Undefined for a container of which a document says nothing of the kind. */
export function statedSettings(sought: Partial<Sought>): ReeferSettings | undefined {
  const settings: ReeferSettings = given(sought);
  return Object.keys(settings).length > 0 ? settings : undefined;
}

/**
 * Containers with all that is said of them. What is said of goods is left to the container's own word where these together cannot be followed, and told
 * by the checks.
 */
export function withSettings<Run extends Pick<Container, 'number' | 'reeferSettings'>>(
  containers: readonly Run[],
  own: readonly ReeferStatement[],
  ofGoods: readonly ReeferStatement[],
): readonly Run[] {
  if (own.length === 0 && ofGoods.length === 0) return containers;
  const [ownBy, goodsBy] = [byContainer(own), byContainer(ofGoods)];
  return containers.map((container) => {
    const itself = ownBy.get(container.number) ?? [];
    const reeferSettings = together([...itself, ...(goodsBy.get(container.number) ?? [])]) ?? together(itself);
    return { ...container, ...given({ reeferSettings: reeferSettings && statedSettings(reeferSettings) }) };
  });
}

function byContainer(statements: readonly ReeferStatement[]): Map<string, ReeferSettings[]> {
  const settingsBy = new Map<string, ReeferSettings[]>();
  for (const { settings, containers } of statements) {
    if (!settings) continue;
    for (const number of containers) settingsBy.set(number, withOne(settingsBy.get(number), settings));
  }
  return settingsBy;
}

/** Undefined where they contradict one another. */
const together = (all: readonly ReeferSettings[]): ReeferSettings | undefined =>
  all.reduce<ReeferSettings | undefined>(
    (before, one) => (before && settingsAgree(before, one) ? { ...one, ...before } : undefined),
    {},
  );

export const settingsByContainer = (containers: readonly Container[]): ReadonlyMap<string, ReeferSettings> =>
  new Map(containers.flatMap(({ number, reeferSettings }) => (reeferSettings ? [[number, reeferSettings]] : [])));

/** What forms say with the goods: the range of temperatures of all the containers that they are in, where it is the same. */
export function rangeOfGoods(
  { stowage }: GoodsLine,
  settings: ReadonlyMap<string, ReeferSettings>,
): Pick<ReeferSettings, 'minimum' | 'maximum'> | undefined {
  if (settings.size === 0) return undefined;
  const [range, ...others] = stowage.map(({ containerNumber }) => rangeIn(settings.get(containerNumber)));
  return range && others.every((other) => isDeepStrictEqual(other, range)) ? statedSettings(range) : undefined;
}

const rangeIn = ({ minimum, maximum }: ReeferSettings = {}) => given({ minimum, maximum });
