import type { EventCertainty, ReferenceType, TransportEventKind, TransportMode } from '#domain';

/** Codes of DCSA Track & Trace; see schema/SOURCE.md. */

export const CERTAINTIES: Readonly<Record<string, EventCertainty>> = {
  PLN: 'planned',
  EST: 'estimated',
  ACT: 'actual',
};

/** equipmentEventTypeCode and transportEventTypeCode. */
export const EVENT_KINDS: ReadonlyMap<string, TransportEventKind> = new Map([
  ['GTIN', 'gateIn'],
  ['GTOT', 'gateOut'],
  ['LOAD', 'loaded'],
  ['DISC', 'discharged'],
  ['STUF', 'stuffed'],
  ['STRP', 'stripped'],
  ['PICK', 'pickedUp'],
  ['DROP', 'droppedOff'],
  ['INSP', 'inspected'],
  ['RSEA', 'resealed'],
  ['ARRI', 'arrived'],
  ['DEPA', 'departed'],
]);

/** documentTypeCode of the customs' own papers: what becomes of them happens to the goods. */
export const CUSTOMS_DOCUMENTS: ReadonlySet<string> = new Set(['CUC', 'CUS']);
export const CUSTOMS_KINDS: ReadonlyMap<string, TransportEventKind> = new Map([
  ['RELS', 'customsReleased'],
  ['HOLD', 'customsHold'],
]);

/** Types of documents that a record is found by. Requests and instructions have numbers that no waybill or bill repeats. */
export const REFERENCE_TYPES: ReadonlyMap<string, ReferenceType> = new Map([
  ['BKG', 'booking'],
  ['TRD', 'transportDocument'],
]);

export const MODES: ReadonlyMap<string, TransportMode> = new Map([
  ['VESSEL', 'sea'],
  ['RAIL', 'rail'],
  ['TRUCK', 'road'],
  ['BARGE', 'inlandWaterway'],
]);

export const LOADS: ReadonlyMap<string, 'empty' | 'laden'> = new Map([
  ['EMPTY', 'empty'],
  ['LADEN', 'laden'],
]);
