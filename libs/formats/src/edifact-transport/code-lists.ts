import type {
  BillLevel,
  DangerousGoods,
  DocumentKind,
  PartyRole,
  RailCodeScheme,
  ReferenceType,
  TransportMode,
} from '#domain';

/** Codes of UN/EDIFACT D.00B under the number of their data element that every transport message has; see the formats' schema/SOURCE.md. */

/** 1225: what the message does to the document. Without one it is an original. */
export const PURPOSES: ReadonlyMap<string, 'original' | 'replacement' | 'cancellation'> = new Map([
  ['', 'original'],
  ['1', 'cancellation'],
  ['4', 'replacement'],
  ['5', 'replacement'],
  ['9', 'original'],
]);

/** 1153: every other reference is `other`. */
export const REFERENCE_TYPES: ReadonlyMap<string, ReferenceType> = new Map([
  ['BN', 'booking'],
  ['BM', 'transportDocument'],
  ['MB', 'transportDocument'],
  ['BH', 'transportDocument'],
  ['AAM', 'transportDocument'],
  ['HWB', 'transportDocument'],
  ['AAS', 'transportDocument'],
  ['RCN', 'transportDocument'],
  ['WY', 'transportDocument'],
  ['AFA', 'throughDocument'],
  ['ON', 'order'],
  ['CT', 'contract'],
]);

/** 1001 of a bill that says its level, and 1153 of the number of such a bill. */
export const BILL_LEVELS: ReadonlyMap<string, NonNullable<BillLevel['billLevel']>> = new Map([
  ['704', 'master'],
  ['714', 'house'],
]);
export const NUMBERS_OF_BILLS = { master: 'MB', house: 'BH' } as const;

/** 3035; the role of CA depends on the document. Every other party is `other`. */
export const PARTY_ROLES: ReadonlyMap<string, PartyRole> = new Map([
  ['CZ', 'consignor'],
  ['CN', 'consignee'],
  ['NI', 'notify'],
  ['N1', 'notify'],
  ['N2', 'notify'],
  ['FW', 'forwarder'],
  ['DT', 'declarant'],
  ['GS', 'consignorAgent'],
  ['GT', 'railCarrier'],
]);

/** 1153 of a reference that stands with a party. */
export const PARTY_CODE_SCHEMES: ReadonlyMap<string, string> = new Map([
  ['AHP', 'TIN'],
  ['VA', 'VAT'],
]);

/** 1131 of a commodity code whose 7143 is CC or ZZZ: the railways' lists. NHM is UIC's name of GNG; three letters are all D.95B admits. */
export const RAIL_CODE_LISTS: ReadonlyMap<string, RailCodeScheme> = new Map([
  ['GNG', 'GNG'],
  ['NHM', 'GNG'],
  ['ETSNG', 'ETSNG'],
  ['ETS', 'ETSNG'],
  ['CN-RAIL', 'CN-RAIL'],
  ['CNR', 'CN-RAIL'],
]);

/** 8067 (UN/ECE Recommendation 19). */
export const MODES: ReadonlyMap<string, TransportMode> = new Map([
  ['1', 'sea'],
  ['2', 'rail'],
  ['3', 'road'],
  ['8', 'inlandWaterway'],
]);

/** Documents for the whole journey, with its legs before and behind the main one. */
export const WHOLE_JOURNEY: ReadonlySet<DocumentKind> = new Set(['multimodalDocument', 'shippingInstruction']);

/** 8051: the main carriage; what comes before it and behind it. */
export const MAIN_CARRIAGE: ReadonlySet<string> = new Set(['20', '21', '22', '23', '15', '16', '17', '18', '19']);
export const FEEDER_CARRIAGE: ReadonlySet<string> = new Set(['10', '26', '27', '30', '28']);

/** 3227: where a leg starts and ends, the nearer word first. Receipt and delivery are ends of a leg by rail only. */
export const DEPARTURE_PLACES = ['9', '5'] as const;
export const ARRIVAL_PLACES = ['11', '8'] as const;
export const RAIL_DEPARTURE_PLACES = ['5', '9', '88'] as const;
export const RAIL_ARRIVAL_PLACES = ['8', '11', '7'] as const;

/** 2005, with what is known of the time; the surer one first. */
export const DEPARTURE_TIMES = [
  ['186', 'actual'],
  ['136', 'actual'],
  ['189', 'planned'],
  ['133', 'planned'],
] as const;
export const ARRIVAL_TIMES = [
  ['178', 'actual'],
  ['232', 'planned'],
  ['132', 'planned'],
] as const;

/** 2005: issue date, else the date of the document. */
export const ISSUE_TIMES = [['182'], ['137']] as const;

/** 8339. */
export const PACKING_GROUPS: ReadonlyMap<string, NonNullable<DangerousGoods['packingGroup']>> = new Map([
  ['1', 'I'],
  ['2', 'II'],
  ['3', 'III'],
]);

/** 8273; lists that it has no code for are `ZZZ` there and named in a text of its own in FTX+AAC. */
export const REGULATIONS: ReadonlyMap<string, DangerousGoods['regulation']> = new Map([
  ['IMD', 'IMDG'],
  ['RID', 'RID'],
]);
export const OTHER_REGULATIONS: ReadonlyMap<string, DangerousGoods['regulation']> = new Map([
  ['SMGS ANNEX 2', 'SMGS-2'],
  ['CHINA RAIL', 'CN-RAIL'],
]);

/** 6313: gross, net and tare mass, volume; humidity and air flow of a container. */
export const GROSS = ['G', 'AAE', 'AAD', 'AET', 'WT'] as const;
export const NET = ['N', 'AAL', 'AAC'] as const;
export const TARE = ['T'] as const;
export const VOLUME = ['AAW', 'ABJ'] as const;
export const HUMIDITY = ['AAO', 'RA'] as const;
export const AIR_EXCHANGE = ['AAS'] as const;

/** 6411, kilograms in a unit, exactly (UN/ECE Recommendation 20). */
export const KILOGRAMS: ReadonlyMap<string, string> = new Map([
  ['KGM', '1'],
  ['TNE', '1000'],
  ['LBR', '0.45359237'],
]);

/** 6411, cubic metres in a unit, exactly. */
export const CUBIC_METRES: ReadonlyMap<string, string> = new Map([
  ['MTQ', '1'],
  ['FTQ', '0.028316846592'],
]);

/** 6411 of a humidity: percent. */
export const PERCENT: ReadonlyMap<string, string> = new Map([['P1', '1']]);

/** 6069. */
export const TOTALS = { grossMass: '7', packages: '11', equipment: '16' } as const;
