import type { SchemedCode, TransportMode } from '#domain';

/** How a manifest's goods cross China's border: an original manifest (原始舱单) enters, a pre-manifest (预配舱单) leaves. */
export const MANIFEST_TYPES = ['import', 'export'] as const;
export type ManifestType = (typeof MANIFEST_TYPES)[number];

/** The modes that a manifest is written for. */
export const MANIFEST_MODES = ['sea', 'rail'] as const satisfies readonly TransportMode[];
export type ManifestMode = (typeof MANIFEST_MODES)[number];

/** Message types: MT, the manifest's kind (1 original, 2 pre-manifest), the mode's digit, 01. Rail's 3 is inferred; see schema/SOURCE.md. */
export const MESSAGE_TYPES = {
  sea: { import: 'MT1101', export: 'MT2101' },
  rail: { import: 'MT1301', export: 'MT2301' },
} as const satisfies Record<ManifestMode, Record<ManifestType, string>>;

/** BorderTransportMeans/TypeCode. */
export const MEANS_TYPES: Readonly<Record<ManifestMode, string>> = { sea: '1', rail: '2' };

/** Head/FunctionCode. */
export const FUNCTION_CODES = { original: '9', add: '2', delete: '3', change: '5' } as const;
export type ManifestFunction = keyof typeof FUNCTION_CODES;

/** Codes that name a carrier to customs, the surest first. */
export const CARRIER_SCHEMES: readonly SchemedCode['scheme'][] = ['CUSTOMS-CN', 'CARRIER', 'SMDG', 'NMFTA', 'UIC'];

/** What a receipt (回执) says, by its code. */
export const RECEIPT_MEANINGS = {
  '01': 'accepted',
  '02': 'manualReview',
  '03': 'rejected',
  '11': 'released',
  '12': 'loadingRefused',
  '13': 'unloadingForbidden',
} as const;
export type ReceiptCode = keyof typeof RECEIPT_MEANINGS;
export type ReceiptMeaning = (typeof RECEIPT_MEANINGS)[ReceiptCode];
