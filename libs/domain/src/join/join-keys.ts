import type { Place, TransportDocument } from '../consignment.js';
import { haveOtherContainers } from '../record/held-document.js';
import { instantOf } from '../trade-time.js';
import { isKeyOfRecords } from '../transport-event.js';

/** What a document can be joined by, or looked up by. */
export interface JoinKey {
  readonly type: 'container' | 'booking' | 'transportDocument' | 'throughDocument' | 'consignmentReference';
  readonly value: string;
}

/**
 * Keys of a document. A container whose check digit is wrong is none: it may be another container's number mistyped.
 * The document's own number and the numbers it refers to are of one type, so that either document may name the other.
 */
export function joinKeysOf(document: TransportDocument, consignmentReference?: string): JoinKey[] {
  const keys: JoinKey[] = [
    { type: 'transportDocument', value: document.number },
    ...document.containers
      .filter(({ checkDigitValid }) => checkDigitValid)
      .map(({ number }): JoinKey => ({ type: 'container', value: number })),
    ...document.references.flatMap(({ type, value }): JoinKey[] => (isKeyOfRecords(type) ? [{ type, value }] : [])),
  ];
  if (document.kind === 'multimodalDocument') keys.push({ type: 'throughDocument', value: document.number });
  if (consignmentReference !== undefined) keys.push({ type: 'consignmentReference', value: consignmentReference });
  return [...new Map(keys.map((key) => [`${key.type} ${key.value}`, key])).values()];
}

/** What ties two documents. House bills under one master name its number and its booking, each for its own containers: those tie them to no document over others. */
export function commonKeys(one: TransportDocument, other: TransportDocument): JoinKey[] {
  const keys = joinKeysOf(other);
  const common = joinKeysOf(one).filter(({ type, value }) =>
    keys.some((key) => key.type === type && key.value === value),
  );
  const areApart = [one, other].some(({ billLevel }) => billLevel === 'house') && haveOtherContainers(one, other);
  return areApart
    ? common.filter(({ type, value }) => type === 'throughDocument' || [one.number, other.number].includes(value))
    : common;
}

/** Of one booking, which may be for several bills with containers of their own, and tied by nothing else. */
export const areOfOneBookingOnly = (one: TransportDocument, other: TransportDocument): boolean =>
  haveOtherContainers(one, other) && commonKeys(one, other).every(({ type }) => type === 'booking');

/** When and where a document's carriage starts and ends, as far as it says. Milliseconds, for comparing with days of slack. */
export interface Carriage {
  readonly startsAt?: number;
  readonly endsAt?: number;
  readonly from?: Place;
  readonly to?: Place;
}

export function carriageOf({ legs, issuedAt }: TransportDocument): Carriage {
  const starts = defined(legs.map(({ departsAt }) => instantOf(departsAt)));
  const ends = defined(legs.map(({ arrivesAt }) => instantOf(arrivesAt)));
  const issued = instantOf(issuedAt);
  const startsAt = starts.length > 0 ? Math.min(...starts) : (issued ?? minimum(ends));
  const endsAt = ends.length > 0 ? Math.max(...ends) : startsAt;
  const [first, last] = [legs[0], legs.at(-1)];
  return {
    ...(startsAt !== undefined && { startsAt }),
    ...(endsAt !== undefined && { endsAt }),
    ...(first && { from: first.from }),
    ...(last && { to: last.to }),
  };
}

const defined = (values: readonly (number | undefined)[]): number[] =>
  values.filter((value): value is number => value !== undefined);

const minimum = (values: readonly number[]): number | undefined =>
  values.length > 0 ? Math.min(...values) : undefined;
