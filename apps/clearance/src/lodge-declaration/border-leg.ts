import { countryOf, type OneDocument, type Place, type RecordLeg, type SourceDocument } from '#domain';
import type { BorderCrossing, DeclarationType } from './declaration.js';

/**
 * The leg that crosses China's border in the declaration's direction. Export: the journey begins in China, and it is the last leg that
 * leaves. Import: the journey ends in China, and it is the first leg that enters. Goods that only pass through have neither; a leg with an
 * unknown end crosses nothing, and a journey with one may only pass through.
 */
export function borderLegOf(record: OneDocument, type: DeclarationType): RecordLeg | undefined {
  const end = type === 'export' ? record.legs[0]?.from : record.legs.at(-1)?.to;
  if (end === undefined || countryOf(end) !== 'CN') return undefined;
  return type === 'export' ? record.legs.findLast(leavesChina) : record.legs.find(entersChina);
}

const leavesChina = ({ from, to }: RecordLeg): boolean => countryOf(from) === 'CN' && isAbroad(to);

const entersChina = ({ from, to }: RecordLeg): boolean => isAbroad(from) && countryOf(to) === 'CN';

const isAbroad = (place: Place): boolean => (countryOf(place) ?? 'CN') !== 'CN';

/** The documents in force that prove the leg: of its own mode, since a waybill only announces the voyage that follows; a report to customs proves none. */
export const documentsOf = (record: OneDocument, leg: RecordLeg): SourceDocument[] =>
  record.transportDocuments.filter(
    ({ documentId, status, mode, kind }) =>
      status === 'current' && mode === leg.mode && kind !== 'cargoReport' && leg.sources.includes(documentId),
  );

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
