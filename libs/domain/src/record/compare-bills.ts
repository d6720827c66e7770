import type { Leg, Place } from '../consignment.js';
import { sumOf } from '../decimal.js';
import type { Discrepancy, OneDocument, RecordContainer, RecordLeg } from '../one-document.js';
import { AGREE, DISAGREEMENT, discrepancyOn, QUANTITIES } from './compare.js';
import { containerNumbersOf, type HeldDocument } from './held-document.js';
import { housesUnder, mastersAmong } from './house-bills.js';
import { asFirstTold, isSamePlace } from './legs.js';
import { nameKey } from './parties.js';
import { totalOf } from './totals.js';

/** A house bill is carried as its master is: as that tells it, and where that is silent as the house bill does. */
export function withOneCarriage(documents: readonly HeldDocument[]): readonly HeldDocument[] {
  return mastersAmong(documents).reduce<readonly HeldDocument[]>((all, master) => {
    const houses = housesUnder(master.content, documents);
    const legs = houses.map(({ content }) => content.legs).reduce(completed, master.content.legs);
    return all.map((one) => (one === master || houses.includes(one) ? withLegs(one, legs) : one));
  }, documents);
}

const withLegs = ({ source, content }: HeldDocument, legs: readonly Leg[]): HeldDocument => ({
  source,
  content: { ...content, legs: legs.length > 0 ? legs : content.legs },
});

/** Of one carriage by one ship both can tell: what its master leaves open the house bill says. */
function completed(master: readonly Leg[], house: readonly Leg[]): readonly Leg[] {
  const [[leg, ...more], [other, ...others]] = [master, house];
  if (!leg || !other || more.length + others.length > 0 || differ(leg.vessel, other.vessel)) return master;
  return [{ ...asFirstTold(leg, other), from: asOne(leg.from, other.from), to: asOne(leg.to, other.to) }];
}

const asOne = (place: Place, other: Place): Place =>
  isSamePlace(place, other) ? { ...other, ...place, names: [place, other].flatMap(({ names }) => names) } : place;

const differ = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && nameKey(one) !== nameKey(other);

/**
 * What house bills and their master must agree on. Parties, numbers and dates are others by nature. Packages and mass only where the master is over no other
 * record's goods. First what the record has: of carriage the master's, of cargo the house bills'.
 */
export function billDiscrepancies(
  documents: readonly HeldDocument[],
  { transportDocuments, legs, equipment }: Pick<OneDocument, 'transportDocuments' | 'legs' | 'equipment'>,
): Discrepancy[] {
  return mastersAmong(documents).flatMap((master) => {
    const houses = housesUnder(master.content, documents);
    return [
      ...houses.flatMap((house) => ofCarriage(master, house, legs)),
      ...houses.flatMap((house) => ofNumber(master, house, transportDocuments)),
      ...(master.source.shared ? [] : ofQuantities(master, houses)),
      ...ofContainers(master, houses, equipment),
    ];
  });
}

function ofCarriage(master: HeldDocument, house: HeldDocument, legs: readonly RecordLeg[]): Discrepancy[] {
  const [carriage, other] = [carriageOf(master), carriageOf(house)];
  const first = legs.findIndex(({ sources }) => sources.includes(master.source.documentId));
  const last = legs.findLastIndex(({ sources }) => sources.includes(master.source.documentId));
  const told = [
    { code: 'VESSEL', path: `/legs/${first}/vessel`, values: [carriage.vessel, other.vessel] },
    { code: 'VOYAGE', path: `/legs/${first}/voyage`, values: [carriage.voyage, other.voyage] },
    { code: 'PORT_OF_LOADING', path: `/legs/${first}/from`, values: wordsFor(carriage.from, other.from) },
    { code: 'PORT_OF_DISCHARGE', path: `/legs/${last}/to`, values: wordsFor(carriage.to, other.to) },
  ] as const;
  return told.flatMap(({ code, path, values: [said, again] }) =>
    said !== undefined && again !== undefined && differ(said, again)
      ? [differing(code, path, { value: said, by: [master] }, { value: again, by: [house] })]
      : [],
  );
}

function ofNumber(
  master: HeldDocument,
  house: HeldDocument,
  documents: OneDocument['transportDocuments'],
): Discrepancy[] {
  const [named, { number }] = [house.content.masterBill, master.content];
  const index = documents.findIndex(({ documentId }) => documentId === house.source.documentId);
  return named === undefined || named === number
    ? []
    : [
        differing(
          'MASTER_BILL',
          `/transportDocuments/${index}/masterBill`,
          { value: named, by: [house] },
          { value: number, by: [master] },
        ),
      ];
}

const carriageOf = ({ content: { legs } }: HeldDocument) => ({
  vessel: legs[0]?.vessel,
  voyage: legs[0]?.voyage,
  from: legs[0]?.from,
  to: legs.at(-1)?.to,
});

/** By codes where both have one, else by names: the same word for the same place. */
function wordsFor(one: Place | undefined, other: Place | undefined): readonly (string | undefined)[] {
  if (!one || !other || isSamePlace(one, other)) return [];
  return one.unLocode !== undefined && other.unLocode !== undefined
    ? [one.unLocode, other.unLocode]
    : [one.names[0]?.text, other.names[0]?.text];
}

function ofQuantities(master: HeldDocument, houses: readonly HeldDocument[]): Discrepancy[] {
  return QUANTITIES.flatMap((quantity) => {
    const [said, whole] = [sumOf(houses.map((house) => totalOf(house, quantity))), totalOf(master, quantity)];
    return said === undefined || whole === undefined || AGREE[quantity](said, whole)
      ? []
      : [
          differing(
            DISAGREEMENT[quantity],
            `/totals/${quantity}`,
            { value: said, by: houses },
            { value: whole, by: [master] },
          ),
        ];
  });
}

/** Which others it names is for those to know who are under it as well. */
function ofContainers(
  { content }: HeldDocument,
  houses: readonly HeldDocument[],
  equipment: readonly RecordContainer[],
): Discrepancy[] {
  const known = containerNumbersOf(content);
  return equipment.flatMap(({ number }, index) => {
    const naming = houses.filter((house) => containerNumbersOf(house.content).has(number));
    if (known.size === 0 || known.has(number) || naming.length === 0) return [];
    const place = { code: 'CONTAINER_NOT_ON_MASTER_BILL', field: 'container', path: `/equipment/${index}` };
    return [discrepancyOn('sea', place, { value: number, sources: naming.map(({ source }) => source.documentId) })];
  });
}

interface Said {
  readonly value: string;
  readonly by: readonly HeldDocument[];
}

function differing(code: string, path: string, first: Said, other: Said): Discrepancy {
  const stated = ({ value, by }: Said) => ({ value, sources: by.map(({ source }) => source.documentId) });
  const place = { code, field: path.slice(path.lastIndexOf('/') + 1), path };
  return { ...discrepancyOn('sea', place, stated(first)), other: [stated(other)] };
}
