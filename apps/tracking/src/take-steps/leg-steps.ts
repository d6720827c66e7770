import { instantOf, type OneDocument, type Place, type RecordLeg } from '#domain';
import type { Message } from '#messaging';
import { journeyInstants } from './journey-order.js';
import { POSITION, sourceOf, zoneDetails, type Step } from './step.js';
import { documentsOf } from './version-step.js';

/** Kinds that follow from a record's latest version alone, and are replaced with it. */
export const LEG_KINDS = ['leg.departure', 'leg.arrival'] as const;

type Movement = Pick<Step, 'kind' | 'occursAt' | 'certainty'> & { readonly leg: RecordLeg; readonly place: Place };

/** Departures and arrivals that a version of a record knows of. A merged record has none left: they are the surviving record's. */
export function legSteps(record: OneDocument, message: Message): Step[] {
  if (record.state === 'merged') return [];
  const movements = record.legs
    .flatMap(movementsOf)
    .filter(({ certainty }) => record.state !== 'cancelled' || certainty === 'actual');
  const instants = journeyInstants(movements);
  return movements.map(({ leg, place, kind, occursAt, certainty }, index) => ({
    stepId: `record/${record.id}/leg/${leg.sequence}/${kind}`,
    subjectId: record.id,
    kind,
    occursAt,
    certainty,
    sortsAt: new Date(instants[index] as number).toISOString(),
    position: POSITION.leg + index,
    recordedAt: record.changedAt,
    source: sourceOf(message, documentsOf(record, leg.sources)),
    details: { ...detailsOf(record, leg, place), ...zoneDetails(occursAt, place) },
  }));
}

function movementsOf(leg: RecordLeg): Movement[] {
  const { departsAt, departure, arrivesAt, arrival, from, to } = leg;
  const movements: Movement[] = [];
  if (departsAt !== undefined)
    movements.push({ kind: 'leg.departure', occursAt: departsAt, certainty: departure ?? 'planned', leg, place: from });
  if (arrivesAt !== undefined)
    movements.push({ kind: 'leg.arrival', occursAt: arrivesAt, certainty: arrival ?? 'planned', leg, place: to });
  return movements.filter(({ occursAt }) => instantOf(occursAt) !== undefined);
}

function detailsOf(record: OneDocument, leg: RecordLeg, place: Place): Step['details'] {
  const { mode, sequence, train, vessel, vesselImo, voyage } = leg;
  return {
    mode,
    leg: sequence,
    place,
    ...(train !== undefined && { train }),
    ...(vessel !== undefined && { vessel }),
    ...(vesselImo !== undefined && { vesselImo }),
    ...(voyage !== undefined && { voyage }),
    containers: containersOn(record, leg),
    recordVersion: record.version,
  };
}

/** The containers that a document of this leg names. */
const containersOn = ({ equipment }: OneDocument, { sources }: RecordLeg): string[] =>
  equipment
    .filter((container) => container.sources.some((source) => sources.includes(source)))
    .map(({ number }) => number);
