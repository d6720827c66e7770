import type { DangerousGoods, DocumentKind, PartyRole, RailCodeScheme, ReferenceType } from '#domain';

/** `TransportDocument.transportDocumentTypeCode`. */
export const DOCUMENT_KINDS: Readonly<Record<'BOL' | 'SWB', DocumentKind>> = { BOL: 'billOfLading', SWB: 'seaWaybill' };

/** `TransportDocument.transportDocumentStatus`. */
export const STATUSES: ReadonlySet<string> = new Set([
  'DRAFT',
  'APPROVED',
  'ISSUED',
  'PENDING_SURRENDER_FOR_AMENDMENT',
  'SURRENDERED_FOR_AMENDMENT',
  'PENDING_SURRENDER_FOR_DELIVERY',
  'SURRENDERED_FOR_DELIVERY',
  'VOIDED',
]);

/** Statuses before the carrier issues the document. */
export const NOT_YET_ISSUED: ReadonlySet<string> = new Set(['DRAFT', 'APPROVED']);

/** `OtherDocumentParty.partyFunction`: the two freight forwarders; every other function is role `other`. */
export const PARTY_FUNCTIONS: ReadonlyMap<string, PartyRole> = new Map([
  ['DDR', 'forwarder'],
  ['DDS', 'forwarder'],
]);

/** `Reference.type`: purchase orders and contracts; every other type is `other`. SAC was in the betas of 3.0.0. */
export const REFERENCE_TYPES: ReadonlyMap<string, ReferenceType> = new Map([
  ['SPO', 'order'],
  ['CPO', 'order'],
  ['SAC', 'contract'],
]);

/** `IdentifyingCode.codeListProvider` whose one list has a better known name. Other providers name their own scheme. */
export const CODE_LISTS: ReadonlyMap<string, string> = new Map([
  ['GLEIF', 'LEI'],
  ['DNB', 'DUNS'],
  ['W3C', 'DID'],
]);

/** `TaxLegalReference.type` that are schemes without a country. Other types get the country they are from: `VAT-NL`. */
export const WORLDWIDE_TAX_TYPES: ReadonlySet<string> = new Set(['AEO', 'TIN', 'USCC', 'LEI', 'EORI']);

/** `NationalCommodityCode.type` is an open list: rail's codes, written with or without hyphen. NHM is UIC's name of GNG. */
export const RAIL_CODE_TYPES: ReadonlyMap<string, RailCodeScheme> = new Map([
  ['GNG', 'GNG'],
  ['NHM', 'GNG'],
  ['ETSNG', 'ETSNG'],
  ['CNRAIL', 'CN-RAIL'],
]);

/** `DangerousGoods.packingGroup`. */
export const PACKING_GROUPS: ReadonlyMap<string, NonNullable<DangerousGoods['packingGroup']>> = new Map([
  ['1', 'I'],
  ['2', 'II'],
  ['3', 'III'],
]);

/** Kilograms in a unit, exactly (UN/ECE Recommendation 20). TNE is not in EBL 3.0; see the tolerances. */
export const KILOGRAMS: ReadonlyMap<string, string> = new Map([
  ['KGM', '1'],
  ['LBR', '0.45359237'],
  ['TNE', '1000'],
]);

/** Cubic metres in a unit, exactly (UN/ECE Recommendation 20). */
export const CUBIC_METRES: ReadonlyMap<string, string> = new Map([
  ['MTQ', '1'],
  ['FTQ', '0.028316846592'],
]);
