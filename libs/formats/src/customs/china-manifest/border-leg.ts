import { countryOf, type Leg, type Place } from '#domain';
import type { ManifestOrder } from './tree.types.js';

/** The leg of the order's mode that enters China, or the last that leaves it. A leg with an unknown end crosses nothing. */
export function borderLegOf<Crossing extends Pick<Leg, 'mode' | 'from' | 'to'>>(
  { legs }: { readonly legs: readonly Crossing[] },
  { mode, type }: ManifestOrder,
): Crossing | undefined {
  const own = legs.filter((leg) => leg.mode === mode);
  return type === 'import'
    ? own.find(({ from, to }) => isAbroad(from) && countryOf(to) === 'CN')
    : own.findLast(({ from, to }) => countryOf(from) === 'CN' && isAbroad(to));
}

const isAbroad = (place: Place): boolean => (countryOf(place) ?? 'CN') !== 'CN';
