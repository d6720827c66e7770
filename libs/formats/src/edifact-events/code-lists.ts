import type { EventReport, ReferenceType, TransportMode } from '#domain';

/** Codes of UN/EDIFACT D.00B under the number of their data element. */

/** 1225: what the message does to what was reported before. A repetition (7) says the same again. */
export const PURPOSES: ReadonlyMap<string, EventReport['purpose']> = new Map([
  ['', 'original'],
  ['1', 'cancellation'],
  ['2', 'original'],
  ['3', 'cancellation'],
  ['4', 'replacement'],
  ['5', 'replacement'],
  ['6', 'original'],
  ['7', 'original'],
  ['9', 'original'],
]);

/** 1153: every other reference is `other`. */
export const REFERENCE_TYPES: ReadonlyMap<string, ReferenceType> = new Map([
  ['BN', 'booking'],
  ['BM', 'transportDocument'],
  ['MB', 'transportDocument'],
  ['BH', 'transportDocument'],
  ['AAM', 'transportDocument'],
  ['AAS', 'transportDocument'],
  ['HWB', 'transportDocument'],
  ['ON', 'order'],
  ['CT', 'contract'],
]);

/** 1153 of what is no reference of a consignment: voyages, containers, messages, and sequences without a type. */
export const OTHER_MATTERS: ReadonlySet<string> = new Set(['VON', 'EQ', 'SQ', 'ACW', 'AGO', 'XXX']);

/** 1153: the message that this one is about. */
export const PREVIOUS_MESSAGE = 'ACW';

/** 8067 (UN/ECE Recommendation 19). */
export const MODES: ReadonlyMap<string, TransportMode> = new Map([
  ['1', 'sea'],
  ['2', 'rail'],
  ['3', 'road'],
  ['8', 'inlandWaterway'],
]);

/** 8169. */
export const LOADS: ReadonlyMap<string, 'empty' | 'laden'> = new Map([
  ['4', 'empty'],
  ['5', 'laden'],
  ['7', 'laden'],
  ['8', 'laden'],
]);

/** 8053. */
export const CONTAINER = 'CN';
