import type { PartyRole, ReferenceType } from '#domain';

/** Codes of UN/EDIFACT D.00B under the number of their data element; see schema/SOURCE.md. Each reads one way and is written the first way. */

/** 1001: customs manifest. Whatever else a cargo report calls itself is read. */
export const CUSTOMS_MANIFEST = '85';

/** 1225. Without one it is an original. */
export const PURPOSES: ReadonlyMap<string, 'original' | 'replacement' | 'cancellation'> = new Map([
  ['9', 'original'],
  ['', 'original'],
  ['1', 'cancellation'],
  ['3', 'cancellation'],
  ['4', 'replacement'],
  ['5', 'replacement'],
]);

/** 1153 of the report's own references. */
export const REFERENCE_TYPES: ReadonlyMap<string, ReferenceType> = new Map([
  ['BN', 'booking'],
  ['AAS', 'transportDocument'],
  ['AFA', 'throughDocument'],
  ['ON', 'order'],
  ['CT', 'contract'],
  ['ZZZ', 'other'],
]);

/** 1153 of the bill that is reported. */
export const BILL = 'BM';

/** Parties that a report names. */
export const REPORTED: ReadonlySet<PartyRole> = new Set([
  'consignor',
  'consignee',
  'notify',
  'seaCarrier',
  'forwarder',
  'declarant',
  'consignorAgent',
]);

/** 8067, 8051. */
export const BY_SEA = '1';
export const MAIN_CARRIAGE = '20';

/** 3227: loading and discharge. */
export const PLACES = { from: '9', to: '11' } as const;

/** 2005, with what is known of the time; the surer one first. */
export const DEPARTURE_TIMES = [
  ['136', 'actual'],
  ['133', 'planned'],
] as const;
export const ARRIVAL_TIMES = [
  ['178', 'actual'],
  ['132', 'planned'],
] as const;
export const DOCUMENT_TIME = '137';

/** 8053. */
export const CONTAINER = 'CN';

/** 6313 of goods and equipment; 6411 of masses, in kilograms, exactly. */
export const GROSS = ['G', 'WT'] as const;
export const NET = ['N'] as const;
export const TARE = ['T'] as const;
export const VOLUME = ['AAW', 'ABJ'] as const;
export const KILOGRAMS = 'KGM';
export const TONNES = 'TNE';
export const CUBIC_METRES = 'MTQ';

/** 6069. */
export const TOTALS = { grossMassKg: '7', packages: '11', containers: '16' } as const;
