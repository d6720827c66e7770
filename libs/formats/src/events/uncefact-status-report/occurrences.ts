import type { EventCertainty, MeansOfTransport, SchemedCode, TransportEvent, TransportEventKind } from '#domain';
import { given } from '../../mapping/given.js';
import { REC_24, REC_24_SCHEME } from '../../mapping/transport-status-codes.js';
import type { LogisticsLocation, Text } from '../../uncefact/building-blocks.types.js';
import { isNamed, placeOf } from '../../uncefact/places.js';
import { first, localTexts } from '../../uncefact/texts.js';
import { tradeTime } from '../../uncefact/times.js';
import { MODES, TIMES } from './code-lists.js';
import type { Consignment, LogisticsStatus, TransportMovement, TransportOccurrence } from './tree.types.js';

/** What is reported to have happened, before anyone asks to which container. */
export type Occurrence = Pick<
  TransportEvent,
  'kind' | 'code' | 'certainty' | 'place' | 'means' | 'remarks' | 'path'
> & {
  /** Absent when the sender gives no time. */
  readonly occursAt?: string;
  /** Containers of the consignment item it is reported of. */
  readonly containers?: readonly string[];
};

/** Every status and event of a consignment; `path` is where it stands. */
export function occurrencesIn(consignment: Consignment, path: string): Occurrence[] {
  return [
    ...statusesOf(consignment.reportedLogisticsStatus, `${path}/reportedLogisticsStatus`),
    ...eventsOf(consignment, path),
    ...(consignment.mainCarriageLogisticsTransportMovement ?? []).flatMap((one, index) =>
      movementOf(one, `${path}/mainCarriageLogisticsTransportMovement/${index}`),
    ),
    ...itemOccurrences(consignment, `${path}/includedConsignmentItem`),
  ];
}

function itemOccurrences({ includedConsignmentItem }: Consignment, path: string): Occurrence[] {
  return (includedConsignmentItem ?? []).flatMap((item, index) => {
    const { associatedReferencedLogisticsTransportEquipment: equipment, deliveryEvent } = item;
    const containers = (equipment ?? []).flatMap(({ id }) => id?.content ?? []);
    const found = [
      ...statusesOf(item.reportedLogisticsStatus, `${path}/${index}/reportedLogisticsStatus`),
      ...occurrences(deliveryEvent, 'delivered', `${path}/${index}/deliveryEvent`),
    ];
    return containers.length > 0 ? found.map((one) => ({ ...one, containers })) : found;
  });
}

const statusesOf = (statuses: readonly LogisticsStatus[] | undefined, path: string): Occurrence[] =>
  (statuses ?? []).map(
    ({ conditionCode, referenceDateTime, description, reason, specifiedLogisticsLocation }, index) => {
      const code = conditionCode?.content ?? '';
      return {
        kind: REC_24.get(code) ?? 'other',
        code: statusCode(code),
        certainty: 'actual',
        path: `${path}/${index}`,
        ...given({
          occursAt: referenceDateTime === undefined ? undefined : tradeTime(referenceDateTime),
          place: namedPlace(first(specifiedLogisticsLocation)),
          remarks: remarksOf([...(description ?? []), ...(reason ?? [])]),
        }),
      };
    },
  );

function eventsOf(consignment: Consignment, path: string): Occurrence[] {
  const { transportEvent, pickUpEvent, vanningEvent, devanningEvent, deliveryEvent } = consignment;
  return [
    ...(transportEvent ?? []).flatMap((event, index) =>
      occurrences(event, REC_24.get(event.typeCode?.content ?? '') ?? 'other', `${path}/transportEvent/${index}`),
    ),
    ...occurrences(pickUpEvent, 'pickedUp', `${path}/pickUpEvent`),
    ...occurrences(vanningEvent, 'stuffed', `${path}/vanningEvent`),
    ...(devanningEvent ?? []).flatMap((event, index) =>
      occurrences(event, 'stripped', `${path}/devanningEvent/${index}`),
    ),
    ...occurrences(deliveryEvent, 'delivered', `${path}/deliveryEvent`),
  ];
}

function movementOf(movement: TransportMovement, path: string): Occurrence[] {
  const { loadingEvent, unloadingEvent, arrivalEvent, departureEvent } = movement;
  const means = meansOf(movement);
  return [
    ...occurrences(loadingEvent, 'loaded', `${path}/loadingEvent`),
    ...occurrences(departureEvent?.[0], 'departed', `${path}/departureEvent/0`),
    ...occurrences(arrivalEvent?.[0], 'arrived', `${path}/arrivalEvent/0`),
    ...occurrences(unloadingEvent, 'discharged', `${path}/unloadingEvent`),
  ].map((one) => (means ? { ...one, means } : one));
}

/** One for each time that is told; one without a time if none is. */
function occurrences(event: TransportOccurrence | undefined, kind: TransportEventKind, path: string): Occurrence[] {
  if (!event) return [];
  const place = namedPlace(event.occurrenceLogisticsLocation);
  const code = statusCode(event.typeCode?.content ?? kind, event.typeCode === undefined);
  const base = { kind, code, path, ...given({ place }) };
  const told = TIMES.flatMap(([member, certainty]) => timed(event[member], certainty));
  return told.length > 0 ? told.map((time) => ({ ...base, ...time })) : [{ ...base, certainty: 'planned' }];
}

const timed = (
  time: string | undefined,
  certainty: EventCertainty,
): { occursAt: string; certainty: EventCertainty }[] =>
  time === undefined ? [] : [{ occursAt: tradeTime(time), certainty }];

/** A code of Recommendation 24; where the form says itself what event it is, its own word. */
const statusCode = (code: string, isFormsWord = false): SchemedCode => ({
  scheme: isFormsWord ? 'UNECE-D23B' : REC_24_SCHEME,
  code,
});

const namedPlace = (location: LogisticsLocation | undefined) => (isNamed(location) ? placeOf(location) : undefined);

function remarksOf(texts: readonly Text[]): TransportEvent['remarks'] {
  const remarks = localTexts(texts);
  return remarks.length > 0 ? remarks : undefined;
}

/** A movement's number is the voyage by ship and the train by rail. */
function meansOf({ modeCode, id, usedLogisticsTransportMeans: used }: TransportMovement): MeansOfTransport | undefined {
  const mode = MODES.get(modeCode?.content ?? '');
  const [own, name] = [used?.id?.[0]?.content, used?.name?.content];
  const means = given({ mode, ...identified(mode, id?.content, own, name) });
  return Object.keys(means).length > 0 ? means : undefined;
}

function identified(
  mode: MeansOfTransport['mode'],
  journey: string | undefined,
  own: string | undefined,
  name: string | undefined,
) {
  if (mode === 'rail') return { train: journey, wagon: own };
  if (mode === 'road') return { vehicle: own ?? name };
  return { voyage: journey, vessel: name, vesselImo: /^\d{7}$/.test(own ?? '') ? own : undefined };
}
