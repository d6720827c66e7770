import type { DangerousGoods, RailCodeScheme, ReferenceType } from '#domain';
import type { Volume, Weight } from './building-blocks.types.js';

/** Codes the D.23B documents use and what they mean to Yidan. Sources: the D.23B code lists (UNTDID, Rec 20), and Yidan's profile in the formats' READMEs. */

/** UNTDID 1153, the kinds of reference that join documents; every other is `other`. */
export const REFERENCE_TYPES: Readonly<Record<string, ReferenceType>> = {
  BN: 'booking',
  AXE: 'booking',
  BM: 'transportDocument',
  MB: 'transportDocument',
  BH: 'transportDocument',
  AEX: 'transportDocument',
  AAM: 'transportDocument',
  AAS: 'transportDocument',
  RCN: 'transportDocument',
  WY: 'transportDocument',
  AFA: 'throughDocument',
  ON: 'order',
  VN: 'order',
  CG: 'order',
  CT: 'contract',
  BC: 'contract',
  VC: 'contract',
};

/** UNTDID 1001, for a reference without a 1153 code. */
export const DOCUMENT_TYPES: Readonly<Record<string, ReferenceType>> = {
  '704': 'transportDocument',
  '705': 'transportDocument',
  '706': 'transportDocument',
  '710': 'transportDocument',
  '714': 'transportDocument',
  '720': 'transportDocument',
  '760': 'throughDocument',
  '761': 'throughDocument',
  '764': 'throughDocument',
  '765': 'throughDocument',
  '766': 'throughDocument',
};

/** UNTDID 8053. */
export const CONTAINER = 'CN';
export const RAIL_WAGON = 'RR';

/** UNTDID 3055, who keeps the list an identifier is from. */
export const UNECE = '6';
export const ISO = '5';
export const UIC = '12';
export const MUTUALLY_DEFINED = 'ZZZ';
export const PARTY_CODE_SCHEMES: Readonly<Record<string, string>> = {
  '9': 'GLN',
  [UIC]: 'UIC',
  '16': 'DUNS',
  '182': 'NMFTA',
  '306': 'SMDG',
};

/** UNTDID 4451: a note about the goods. */
export const GOODS_DESCRIPTION = 'AAA';

export type CommodityScheme = RailCodeScheme | 'HS';

/** What senders call the commodity code lists. */
export const COMMODITY_SCHEMES: Readonly<Record<string, CommodityScheme>> = {
  GNG: 'GNG',
  ГНГ: 'GNG',
  NHM: 'GNG',
  ETSNG: 'ETSNG',
  ЕТСНГ: 'ETSNG',
  'CN-RAIL': 'CN-RAIL',
  HS: 'HS',
};

export const COMMODITY_SHAPES: Readonly<
  Record<CommodityScheme, { readonly pattern: RegExp; readonly digits: string }>
> = {
  GNG: { pattern: /^\d{8}$/, digits: '8' },
  ETSNG: { pattern: /^\d{6}$/, digits: '6' },
  'CN-RAIL': { pattern: /^\d{7}$/, digits: '7' },
  HS: { pattern: /^\d{6}(\d{2}){0,2}$/, digits: '6–10' },
};

/** UNTDID 8339 to packing groups; 4 is "not assigned". */
export const PACKING_GROUPS: Readonly<Record<string, 'I' | 'II' | 'III'>> = { '1': 'I', '2': 'II', '3': 'III' };

/** UNTDID 8273. It has no code for SMGS Annex 2. */
export const REGULATIONS: Readonly<Record<string, DangerousGoods['regulation']>> = { RID: 'RID', IMD: 'IMDG' };

export const REGULATION_NAMES: readonly (readonly [RegExp, DangerousGoods['regulation']])[] = [
  [/\bRID\b/i, 'RID'],
  [/SMGS|СМГС/i, 'SMGS-2'],
  [/\bIMDG\b/i, 'IMDG'],
];

/** Rec 20 units the schemas allow for masses, as powers of ten of a kilogram. */
export const KILOGRAM_EXPONENTS: Readonly<Record<Weight['unitCode'], number>> = { GRM: -3, KGM: 0, TNE: 3 };

/** Rec 20 units the schemas allow for volumes, as powers of ten of a cubic metre; the cubic foot is none. */
export const CUBIC_METRE_EXPONENTS: Readonly<Record<Exclude<Volume['unitCode'], 'FTQ'>, number>> = {
  MMQ: -9,
  CMQ: -6,
  LTR: -3,
  MTQ: 0,
};

/** 0.3048³, exactly. */
export const CUBIC_FOOT_M3 = '0.028316846592';

/** UNTDID 6245: the temperature at which goods are kept on their way. */
export const TRANSPORT_TEMPERATURE = '2';

/** Rec 20: degrees Celsius. */
export const CELSIUS = 'CEL';
