import type { EventCertainty, EventReport, TransportMode } from '#domain';
import type { TransportOccurrence } from './tree.types.js';

/** UNTDID 1001: a report; a request for one is not read. */
export const REPORT = '44';
export const REQUEST = '45';

/** UNTDID 1225. */
export const PURPOSES: ReadonlyMap<string, EventReport['purpose']> = new Map([
  ['1', 'cancellation'],
  ['3', 'cancellation'],
  ['4', 'replacement'],
  ['5', 'replacement'],
]);

/** UNTDID 8067 (UN/ECE Recommendation 19). */
export const MODES: ReadonlyMap<string, TransportMode> = new Map([
  ['1', 'sea'],
  ['2', 'rail'],
  ['3', 'road'],
  ['8', 'inlandWaterway'],
]);

/** Of one event all that is told of its time; what somebody only asks for is no event. */
export const TIMES = [
  ['scheduledOccurrenceDateTime', 'planned'],
  ['estimatedOccurrenceDateTime', 'estimated'],
  ['actualOccurrenceDateTime', 'actual'],
] as const satisfies readonly (readonly [keyof TransportOccurrence, EventCertainty])[];
