import {
  type BorderCrossing,
  countryOf,
  type DeclarationType,
  type GoodsItem,
  journeyEnd,
  journeyStart,
  type OneDocument,
  type Place,
  type RecordContainer,
  type RecordLeg,
  type SourceDocument,
} from '#domain';

/** The legs by which the goods cross China's border. */
export interface Crossing {
  /** To whose customs the goods are declared. */
  readonly border: RecordLeg;
  /** By which goods in transit leave China again. */
  readonly exit?: RecordLeg;
}

/**
 * How the goods cross China's border in the declaration's direction. Export: the journey begins in China, and it is the last leg that leaves.
 * Import: the journey ends in China, and it is the first leg that enters. Transit: it begins and ends abroad, and between the leg that enters and the
 * next that leaves, these two included, one goes by land. A bill may have its place of delivery far behind the port. A leg with an unknown end
 * crosses nothing, and a journey with one may go anywhere.
 */
export function crossingOf(record: OneDocument, type: DeclarationType): Crossing | undefined {
  if (type === 'transit') return transitOf(record);
  const end = type === 'export' ? journeyStart(record) : journeyEnd(record);
  if (end === undefined || countryOf(end.place) !== 'CN') return undefined;
  const border = crossings(record, type).at(type === 'export' ? -1 : 0);
  return border && { border };
}

function transitOf(record: OneDocument): Crossing | undefined {
  if (directionOf(record) !== 'transit') return undefined;
  const legs = passages(record).find((passage) => passage.some(isByLand));
  return legs && { border: legs.at(0) as RecordLeg, exit: legs.at(-1) as RecordLeg };
}

/** What the ends of the journey make of it. Neither of the three where both are in China, or one is unknown. */
export function directionOf(record: OneDocument): DeclarationType | undefined {
  const [start, end] = [journeyStart(record), journeyEnd(record)].map((one) => one && countryOf(one.place));
  if (start === undefined || end === undefined) return undefined;
  if (start === 'CN') return end === 'CN' ? undefined : 'export';
  return end === 'CN' ? 'import' : 'transit';
}

/** The stretches of the journey from a leg that enters China to the next that leaves it. */
export const passages = ({ legs }: OneDocument): RecordLeg[][] =>
  legs.flatMap((entering, from) => {
    const to = entersChina(entering) ? legs.findIndex((leg, index) => index > from && leavesChina(leg)) : -1;
    return to < 0 ? [] : [legs.slice(from, to + 1)];
  });

export const isByLand = ({ mode }: RecordLeg): boolean => mode === 'rail' || mode === 'road';

const crossings = (record: OneDocument, type: DeclarationType): RecordLeg[] =>
  record.legs.filter(type === 'export' ? leavesChina : entersChina);

export const leavesChina = ({ from, to }: RecordLeg): boolean => countryOf(from) === 'CN' && isAbroad(to);

export const entersChina = ({ from, to }: RecordLeg): boolean => isAbroad(from) && countryOf(to) === 'CN';

const isAbroad = (place: Place): boolean => (countryOf(place) ?? 'CN') !== 'CN';

/** The documents in force that prove the leg: of its own mode, since a waybill only announces the voyage that follows; a report to customs proves none. */
export const documentsOf = (record: OneDocument, leg: RecordLeg): SourceDocument[] =>
  record.transportDocuments.filter(
    ({ documentId, status, mode, kind }) =>
      status === 'current' && mode === leg.mode && kind !== 'cargoReport' && leg.sources.includes(documentId),
  );

/** Those that prove the legs over the border: on two trains those of both, of a transit those by which the goods enter. */
const documentsOver = (record: OneDocument, type: DeclarationType): SourceDocument[] =>
  crossings(record, type).flatMap((leg) => documentsOf(record, leg));

/** The containers that documents over the border name, else all. Goods put into another container at the port cross the border in one of the two. */
export function containersOver(record: OneDocument, type: DeclarationType): readonly RecordContainer[] {
  const named = statedBy(documentsOver(record, type), record.equipment);
  return named.length > 0 ? named : record.equipment;
}

/** The goods that documents over the border state, else all. One that other records share does not tell whose goods it leaves out. */
export function goodsOver(record: OneDocument, type: DeclarationType): readonly GoodsItem[] {
  const own = documentsOver(record, type).filter(({ shared }) => !shared);
  const stated = statedBy(own, record.goodsItems);
  return stated.length > 0 ? stated : record.goodsItems;
}

/** Those that at least one of the documents states. */
export function statedBy<Part extends { readonly sources: readonly string[] }>(
  documents: readonly SourceDocument[],
  parts: readonly Part[],
): Part[] {
  const ids = documents.map(({ documentId }) => documentId);
  return parts.filter(({ sources }) => sources.some((id) => ids.includes(id)));
}

/** What the goods cross the border on, as far as the record says it. */
export function meansOfTransport(record: OneDocument, leg: RecordLeg): BorderCrossing['meansOfTransport'] {
  const { vessel, vesselImo, voyage, train } = leg;
  const wagons = record.wagons
    .filter(({ sources }) => sources.some((id) => leg.sources.includes(id)))
    .map(({ number }) => number);
  return {
    ...(vessel !== undefined && { vessel }),
    ...(vesselImo !== undefined && { vesselImo }),
    ...(voyage !== undefined && { voyage }),
    ...(train !== undefined && { train }),
    ...(leg.mode === 'rail' && wagons.length > 0 && { wagons }),
  };
}
