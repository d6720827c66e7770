import type { DeclarationType, DocumentKind, PartyRole, TransportMode } from '#domain';

/** Codes of UN/EDIFACT D.00B and of UN/ECE recommendations that the WCO Data Model refers to; see schema/SOURCE.md. */

/** 017, UNTDID 1225: an original. */
export const ORIGINAL = '9';

/** D013, UNTDID 1001. */
export const DECLARATION_TYPE_CODES: Readonly<Record<DeclarationType, string>> = {
  export: '830',
  import: '929',
  transit: '950',
};

/** D006 and D019, UNTDID 1001. */
export const DOCUMENT_TYPE_CODES: Readonly<Partial<Record<DocumentKind, string>>> = {
  railWaybill: '720',
  billOfLading: '705',
  seaWaybill: '710',
  multimodalDocument: '760',
};

export const BILL_TYPE_CODES = { master: '704', house: '714' } as const;

/** T022, UN/ECE Recommendation 19. */
export const MODE_CODES: Readonly<Record<TransportMode, string>> = {
  sea: '1',
  rail: '2',
  road: '3',
  inlandWaterway: '8',
};

/** R005, UNTDID 3035. */
export const AEO_ROLE_CODES: Readonly<Partial<Record<PartyRole, string>>> = {
  consignor: 'CZ',
  consignee: 'CN',
  notify: 'NI',
  railCarrier: 'CA',
  seaCarrier: 'CA',
  forwarder: 'FW',
  declarant: 'DT',
  consignorAgent: 'GS',
};

/** Codes that name a party, the one that customs knows best first. A unified social credit code has 18 characters where the model takes 17, a LEI 20. */
export const PARTY_CODE_SCHEMES = ['CUSTOMS-CN', 'TIN', 'PARTY'];

/** 369, UNTDID 4451: goods description. */
export const GOODS_DESCRIPTION = 'AAA';

/** UNTDID 7143. Railways' codes are of an industry; their list stands in `listID`. */
export const HS = 'HS';
export const INDUSTRY_CODE = 'CC';

/** UN/ECE Recommendation 20. */
export const KILOGRAM = 'KGM';
