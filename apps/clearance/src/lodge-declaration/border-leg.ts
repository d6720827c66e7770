import {
  type BorderCrossing,
  countryOf,
  type DeclarationType,
  journeyEnd,
  journeyStart,
  type OneDocument,
  type Place,
  type RecordContainer,
  type RecordLeg,
  type SourceDocument,
} from '#domain';

/**
 * The leg that crosses China's border in the declaration's direction. Export: the journey begins in China, and it is the last leg that
 * leaves. Import: the journey ends in China, and it is the first leg that enters. A bill may have its place of delivery far behind the port.
 * Goods that only pass through have neither; a leg with an unknown end crosses nothing, and a journey with one may only pass through.
 */
export function borderLegOf(record: OneDocument, type: DeclarationType): RecordLeg | undefined {
  const end = type === 'export' ? journeyStart(record) : journeyEnd(record);
  if (end === undefined || countryOf(end.place) !== 'CN') return undefined;
  return crossings(record, type).at(type === 'export' ? -1 : 0);
}

const crossings = (record: OneDocument, type: DeclarationType): RecordLeg[] =>
  record.legs.filter(type === 'export' ? leavesChina : entersChina);

const leavesChina = ({ from, to }: RecordLeg): boolean => countryOf(from) === 'CN' && isAbroad(to);

const entersChina = ({ from, to }: RecordLeg): boolean => isAbroad(from) && countryOf(to) === 'CN';

const isAbroad = (place: Place): boolean => (countryOf(place) ?? 'CN') !== 'CN';

/** The documents in force that prove the leg: of its own mode, since a waybill only announces the voyage that follows; a report to customs proves none. */
export const documentsOf = (record: OneDocument, leg: RecordLeg): SourceDocument[] =>
  record.transportDocuments.filter(
    ({ documentId, status, mode, kind }) =>
      status === 'current' && mode === leg.mode && kind !== 'cargoReport' && leg.sources.includes(documentId),
  );

/**
 * The containers that documents of legs over the border name, on two trains those of both; else all. Goods put into another container at the port cross the
 * border in one of the two.
 */
export function containersOver(record: OneDocument, type: DeclarationType): readonly RecordContainer[] {
  const proving = crossings(record, type).flatMap((leg) =>
    documentsOf(record, leg).map(({ documentId }) => documentId),
  );
  const named = record.equipment.filter(({ sources }) => sources.some((id) => proving.includes(id)));
  return named.length > 0 ? named : record.equipment;
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
