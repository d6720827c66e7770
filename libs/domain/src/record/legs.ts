import type { Leg, Place, TransportDocument } from '../consignment.js';
import type { RecordLeg } from '../one-document.js';
import { instantOf, isRealDay, isRealTime } from '../trade-time.js';
import { groupBy, sourcesOf, statementsOf, type HeldDocument, type Statement } from './held-document.js';
import { nameKey } from './parties.js';
import { countryOf } from './route.js';

/** Legs of all documents in the order of travel, each once, resting on the documents that prove it. */
export function gatherLegs(documents: readonly HeldDocument[]): RecordLeg[] {
  const groups = groupBy(
    statementsOf(documents, ({ legs }) => legs),
    ({ value }) => legKey(value),
  );
  return inTravelOrder([...groups.values()].map(mergeLeg)).map((leg, index) => ({ sequence: index + 1, ...leg }));
}

const legKey = ({ mode, from, to, train, vessel, voyage }: Leg): string =>
  JSON.stringify([mode, placeKey(from), placeKey(to), nameKey(train ?? vessel ?? ''), nameKey(voyage ?? '')]);

const placeKey = ({ unLocode, stationCode, names }: Place): string => unLocode ?? stationCode ?? names[0]?.text ?? '';

/** By the code that both have, else by a name that both have. */
export function isSamePlace(one: Place | undefined, other: Place | undefined): boolean {
  if (!one || !other) return false;
  for (const code of ['unLocode', 'stationCode'] as const)
    if (one[code] !== undefined && other[code] !== undefined) return one[code] === other[code];
  return one.names.some(({ text }) => other.names.some((name) => nameKey(name.text) === nameKey(text)));
}

/** One carriage ends where the other begins. */
export const areChained = (
  { legs: one }: Pick<TransportDocument, 'legs'>,
  { legs: other }: Pick<TransportDocument, 'legs'>,
): boolean => isSamePlace(one.at(-1)?.to, other[0]?.from) || isSamePlace(other.at(-1)?.to, one[0]?.from);

type ProvedLeg = Omit<RecordLeg, 'sequence'>;

function mergeLeg(statements: readonly Statement<Leg>[]): ProvedLeg {
  const { path: _path, ...leg } = statements
    .map(({ value }) => value)
    .reduceRight((later, first) => asFirstTold(first, later));
  return { ...leg, sources: sourcesOf(statements) };
}

/** As its first document tells it; what that leaves open, as the next does. */
export const asFirstTold = (first: Leg, later: Leg): Leg => ({
  ...later,
  ...first,
  ...timeOf(first, later, 'departsAt', 'departure'),
  ...timeOf(first, later, 'arrivesAt', 'arrival'),
});

/** A time and whether it has come are one document's: of one that says it has, else of the first. */
function timeOf(first: Leg, later: Leg, time: 'departsAt' | 'arrivesAt', state: 'departure' | 'arrival'): Partial<Leg> {
  const isFirst =
    later[time] === undefined ||
    (first[time] !== undefined && (first[state] === 'actual' || later[state] !== 'actual'));
  const { [time]: at, [state]: has } = isFirst ? first : later;
  return at === undefined ? {} : { [time]: at, ...(has !== undefined && { [state]: has }) };
}

/**
 * By departure, where its hour is known. A leg of which only a day, the arrival or nothing is known goes where its places put it, else its countries,
 * else its time: a ship's planned day of arrival says little of whether the train left before it came.
 */
function inTravelOrder(legs: readonly ProvedLeg[]): ProvedLeg[] {
  const byTime = legs.toSorted((one, other) => startOf(one) - startOf(other));
  return byTime
    .filter((leg) => !leavesAtHour(leg))
    .reduce((ordered, leg) => ordered.toSpliced(positionOf(leg, ordered), 0, leg), byTime.filter(leavesAtHour));
}

const leavesAtHour = ({ departsAt }: ProvedLeg): boolean =>
  departsAt !== undefined && isRealTime(departsAt) && !isRealDay(departsAt);

function positionOf(leg: ProvedLeg, ordered: readonly ProvedLeg[]): number {
  const positions = [meetAtPlace, meetInCountry].flatMap((meet) => [
    ordered.findIndex((other) => meet(leg, other)),
    ordered.findLastIndex((other) => meet(other, leg)) + 1 || -1,
  ]);
  const beforeLater = ordered.findIndex((other) => startOf(other) > startOf(leg));
  return [...positions, beforeLater].find((position) => position >= 0) ?? ordered.length;
}

const meetAtPlace = (earlier: ProvedLeg, later: ProvedLeg): boolean => isSamePlace(earlier.to, later.from);

/** Of two legs that begin and end in the same countries neither is known to be the first. */
function meetInCountry(earlier: ProvedLeg, later: ProvedLeg): boolean {
  const country = countryOf(earlier.to);
  return country !== undefined && country === countryOf(later.from) && countryOf(earlier.from) !== countryOf(later.to);
}

/** Milliseconds; after all others where no time is known. */
const startOf = ({ departsAt, arrivesAt }: ProvedLeg): number =>
  instantOf(departsAt) ?? instantOf(arrivesAt) ?? Number.MAX_SAFE_INTEGER;
