import type { DocumentKind, TransportDocument } from '../consignment.js';
import { AGREE, type Quantity } from '../record/compare.js';
import { haveCommonContainers, sideOf } from '../record/held-document.js';
import { isSamePlace } from '../record/legs.js';
import { totalOf } from '../record/totals.js';
import { carriageOf, type Carriage } from './join-keys.js';

const DAY_MS = 86_400_000;
/** Days are written without hours and in several time zones. */
const SLACK_MS = DAY_MS * 1.5;
/** How long a container may stand at the port between its legs and still be on the same journey. */
const LONGEST_DWELL_MS = DAY_MS * 30;

/** They fit when one carriage ends before the other begins, no further apart than a stay at the port, or when one document is over the other's carriage. */
export function dates(one: TransportDocument, other: TransportDocument): 'fit' | 'apart' | 'unknown' {
  const [a, b] = [carriageOf(one), carriageOf(other)];
  if (a.startsAt === undefined || b.startsAt === undefined) return 'unknown';
  return follows(a, b) || follows(b, a) || (liesOver(one, other) && overlapInTime(a, b)) ? 'fit' : 'apart';
}

/** A document for the whole journey, what was instructed or what customs was told, beside the carriers' own documents. */
export const liesOver = (one: TransportDocument, other: TransportDocument): boolean =>
  one.kind !== other.kind && (OVER_OTHERS.has(one.kind) || OVER_OTHERS.has(other.kind));

const OVER_OTHERS: ReadonlySet<DocumentKind> = new Set(['multimodalDocument', 'cargoReport', 'shippingInstruction']);

export const overlapInTime = (one: Carriage, other: Carriage): boolean =>
  (one.startsAt as number) <= (other.endsAt as number) + SLACK_MS &&
  (other.startsAt as number) <= (one.endsAt as number) + SLACK_MS;

function follows(earlier: Carriage, later: Carriage): boolean {
  const dwell = (later.startsAt as number) - (earlier.endsAt as number);
  return dwell >= -SLACK_MS && dwell <= LONGEST_DWELL_MS;
}

/** Whether more than a stay at the port lies between them; undefined where one has no dates. */
export function areFarApart(one: TransportDocument, other: TransportDocument): boolean | undefined {
  const [a, b] = [carriageOf(one), carriageOf(other)];
  if (a.startsAt === undefined || b.startsAt === undefined) return undefined;
  return Math.max(b.startsAt - (a.endsAt as number), a.startsAt - (b.endsAt as number)) > LONGEST_DWELL_MS;
}

/** Sooner no box is back where it was loaded. */
const SHORTEST_ROUND_MS = DAY_MS * 4;

/**
 * Whether two documents of one mode are of two journeys of a container: back again, or once more from where it was loaded or to where it was unloaded, so much later that it can have
 * come back. Goods do not go on like that.
 */
export function areJourneysOfTheirOwn(one: TransportDocument, other: TransportDocument): boolean {
  if (sideOf(one.mode) !== sideOf(other.mode) || liesOver(one, other)) return false;
  const carriages = [carriageOf(one), carriageOf(other)] as const;
  const [first, next] = carriages.toSorted((a, b) => (a.startsAt ?? 0) - (b.startsAt ?? 0)) as [Carriage, Carriage];
  const [startsAt, endsAt, startsNext] = [first.startsAt, first.endsAt, next.startsAt];
  if (startsAt === undefined || endsAt === undefined || startsNext === undefined) return false;
  if (isSamePlace(first.to, next.from)) return isSamePlace(first.from, next.to);
  const isLoadedAgain = isSamePlace(first.from, next.from) || isSamePlace(first.to, next.to);
  return isLoadedAgain && startsNext - endsAt >= Math.max(endsAt - startsAt, SHORTEST_ROUND_MS);
}

/** The other mode, or a document over the other's carriage; or the same mode, where one carriage ends at the place where the other begins. */
export function complementary(one: TransportDocument, other: TransportDocument): boolean {
  if (liesOver(one, other)) return true;
  if (sideOf(one.mode) !== sideOf(other.mode)) return true;
  const [a, b] = [carriageOf(one), carriageOf(other)];
  return isSamePlace(a.to, b.from) || isSamePlace(b.to, a.from);
}

export const isRival = (one: TransportDocument, other: TransportDocument): boolean =>
  sideOf(one.mode) === sideOf(other.mode) && !complementary(one, other);

/** Over the same stretch with one of the same containers. */
export const carryTheSame = (one: TransportDocument, other: TransportDocument): boolean =>
  isRival(one, other) && haveCommonContainers(one, other);

/** Neither as many packages nor as heavy: each has a share of what is in the containers. */
export const haveOtherGoods = (one: TransportDocument, other: TransportDocument): boolean =>
  differ(one, other, 'packages') && differ(one, other, 'grossMassKg');

function differ(one: TransportDocument, other: TransportDocument, quantity: Quantity): boolean {
  const [mine, theirs] = [totalOf({ content: one }, quantity), totalOf({ content: other }, quantity)];
  return mine !== undefined && theirs !== undefined && !AGREE[quantity](mine, theirs);
}
