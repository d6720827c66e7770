import {
  hasValidCheckDigit,
  isRealTime,
  normaliseContainerNumber,
  type EventEquipment,
  type EventReport,
  type MeansOfTransport,
  type Place,
  type TransportEvent,
  type TransportEventKind,
} from '#domain';
import { given } from '../../mapping/given.js';
import {
  CERTAINTIES,
  CUSTOMS_DOCUMENTS,
  CUSTOMS_KINDS,
  EVENT_KINDS,
  LOADS,
  MODES,
  REFERENCE_TYPES,
} from './code-lists.js';
import type { TrackAndTrace, TrackedEvent } from './tree.types.js';

/** DCSA's messages have no number; they go by their first event's id. */
export function toEvents({ events, retractedIds }: TrackAndTrace): EventReport {
  return {
    number: events[0]?.id ?? retractedIds[0] ?? '',
    purpose: 'original',
    replaces: [],
    events: events.map(transportEvent),
    retractedIds,
  };
}

export function transportEvent(event: TrackedEvent): TransportEvent {
  const kind = kindOf(event);
  const { id, documentType, type, classifier, occursAt, statedAt, remark, documentReferences, pointer } = event;
  return given({
    id,
    kind,
    code: { scheme: 'DCSA', code: documentType === undefined ? type : `${documentType} ${type}` },
    certainty: CERTAINTIES[classifier] ?? 'planned',
    occursAt,
    statedAt: statedAt !== undefined && isRealTime(statedAt) ? statedAt : undefined,
    place: placeOf(event),
    facility: event.facility,
    equipment: equipmentOf(event),
    means: meansOf(event, kind),
    references: documentReferences.map((one) => ({
      type: REFERENCE_TYPES.get(one.type) ?? 'other',
      value: one.value,
    })),
    reportedBy: event.reporter,
    remarks: remark === undefined ? undefined : [{ text: remark }],
    path: pointer,
  });
}

export const isKnownType = (event: TrackedEvent): boolean => kindOf(event) !== 'other';

function kindOf({ type, documentType }: TrackedEvent): TransportEventKind {
  const kind = EVENT_KINDS.get(type);
  if (kind) return kind;
  if (documentType === undefined) return 'other';
  return (CUSTOMS_DOCUMENTS.has(documentType) && CUSTOMS_KINDS.get(type)) || 'documentStatus';
}

function placeOf({ unLocode, placeName }: TrackedEvent): Place | undefined {
  if (unLocode === undefined && placeName === undefined) return undefined;
  return given({ unLocode, names: placeName === undefined ? [] : [{ text: placeName }] });
}

function equipmentOf({ equipment, sizeType, emptyIndicator, seals }: TrackedEvent): EventEquipment | undefined {
  if (equipment === undefined) return undefined;
  const number = normaliseContainerNumber(equipment);
  return given({
    number,
    checkDigitValid: hasValidCheckDigit(number),
    sizeType,
    load: LOADS.get(emptyIndicator ?? ''),
    seals,
  });
}

/** Ships arrive and discharge on the voyage in, load and leave on the voyage out. */
function meansOf(event: TrackedEvent, kind: TransportEventKind): MeansOfTransport | undefined {
  const { exportVoyage, importVoyage, vessel, vesselImo, train, wagon } = event;
  const isInward = kind === 'arrived' || kind === 'discharged';
  const voyage = isInward ? (importVoyage ?? exportVoyage) : (exportVoyage ?? importVoyage);
  const means = given({ mode: MODES.get(event.mode ?? ''), vessel, vesselImo, voyage, train, wagon });
  return Object.keys(means).length > 0 ? means : undefined;
}
