import type {
  DangerousGoodsListing,
  HsCandidate,
  LocalText,
  Naming,
  RailCodeScheme,
  Route,
  SchemedCode,
} from '#domain';

/** What the documents of one goods item say of its names and codes, rail side and customs side together. */
export interface GoodsQuestion {
  readonly railNames: readonly LocalText[];
  readonly railCodes: readonly { readonly scheme: RailCodeScheme; readonly code: string }[];
  readonly customsNames: readonly LocalText[];
  /** As written, 6 to 10 digits. */
  readonly hsCodes: readonly string[];
  /** UN numbers declared for the goods. */
  readonly unNumbers?: readonly string[];
  /** Party codes of the consignment: a resolution made for one of them applies. */
  readonly parties: readonly string[];
  /** The goods' route, where it is known: what a party settled for it goes before what it settled for others. */
  readonly route?: Route;
  /** The record that holds the goods, and those that went into it: what was settled on its goods goes before everything. */
  readonly oneDocumentIds?: readonly string[];
}

/** Both names of the goods (一货两标), each with how it was found. */
export interface GoodsNames {
  readonly railName?: string;
  readonly railCode?: SchemedCode;
  readonly otherRailCodes: readonly SchemedCode[];
  readonly railNaming: Naming;
  /** What rail may call the goods where its documents do not say, ranked. */
  readonly railCandidates: readonly RailCandidate[];
  readonly customsName?: string;
  readonly hsCode?: string;
  readonly customsNaming: Naming;
  readonly hsCandidates: readonly HsCandidate[];
  /** Codes that contradict each other: the HS code a rail code leads to is not the one stated. */
  readonly conflict?: { readonly fromRail: string; readonly stated: string };
}

/** A name of rail's, or a row of a loaded rail table. */
export interface RailCandidate {
  readonly nameZh?: string;
  readonly nameRu?: string;
  readonly nameEn?: string;
  readonly railCode?: SchemedCode;
  /** What speaks for it, in words. */
  readonly evidence: string;
  /** How probable it is that rail calls the goods so: 0 to 1. */
  readonly certainty: number;
}

/** A person's answer to what no table settles. */
export interface Resolution {
  readonly id: string;
  /** From 1. */
  readonly version: number;
  /** It holds no longer. */
  readonly revoked?: true;
  /** Party it was made for, or `*` when customs made it for everybody. */
  readonly party: string;
  /** What it is about: a rail code, an HS code, or a name exactly as written (compared without case and spaces). */
  readonly subject: { readonly scheme: RailCodeScheme | 'HS' | 'NAME'; readonly value: string };
  /** The route it was given for; absent where it was given for every route. */
  readonly route?: Route;
  /** Records on whose goods it was given, where it was given on any. */
  readonly oneDocumentIds?: readonly string[];
  readonly answer: {
    readonly railName?: string;
    readonly railCode?: SchemedCode;
    readonly customsName?: string;
    readonly hsCode?: string;
  };
}

/** Tables that can be loaded. `NAMES`: names of goods and the HS codes they fall under; its `code` only tells the rows apart. */
export type TableScheme = 'HS' | 'CN-TARIFF' | 'AHTN' | 'GNG' | 'ETSNG' | 'CN-RAIL' | 'NAMES';

/** A loaded edition of a scheme's table. It takes the place of the one before. */
export interface SchemeTable {
  readonly scheme: TableScheme;
  /** As its owner calls it: `2024-07`. */
  readonly edition: string;
  readonly rows: readonly SchemeRow[];
}

export interface SchemeRow {
  readonly code: string;
  readonly nameZh?: string;
  readonly nameRu?: string;
  readonly nameEn?: string;
  /** HS codes, or beginnings of such, that the code leads to. */
  readonly hs?: readonly string[];
}

/** A dangerous substance as far as it is declared. */
export interface Substance {
  /** Four digits. */
  readonly unNumber: string;
  readonly packingGroup?: 'I' | 'II' | 'III';
  readonly names?: readonly string[];
  readonly hazardClass?: string;
  /** Where the class is declared and no subsidiary hazard is, there is none: it would have to be declared (RID 5.4.1.1.1 c, IMDG 5.4.1.4.1.4). */
  readonly subsidiaryHazards?: readonly string[];
}

/** Both listings of one dangerous substance. */
export interface DangerousGoodsMatch {
  readonly rail?: DangerousGoodsListing;
  readonly sea?: DangerousGoodsListing;
  /** More than one row of a list fits what was declared; none was chosen. */
  readonly ambiguous: boolean;
  /** The rows that fit where none was chosen, of either list. */
  readonly candidates: readonly DangerousGoodsListing[];
  /** RID table A forbids carriage of the row found. */
  readonly prohibitedByRail?: true;
  readonly differences: readonly DangerousGoodsDifference[];
}

export interface DangerousGoodsDifference {
  readonly field: 'hazardClass' | 'subsidiaryHazards' | 'packingGroup' | 'limitedQuantity' | 'exceptedQuantity';
  readonly rail: string;
  readonly sea: string;
}

/** The crosswalk as a read model: pure, in memory. */
export interface Crosswalk {
  nameGoods(question: GoodsQuestion): GoodsNames;
  /** Everything declared tells apart the rows that share number and packing group. `atSea`: where the sea declares the substance differently. */
  matchDangerousGoods(onRail: Substance, atSea?: Substance): DangerousGoodsMatch;
  isHsCode(hs6: string): boolean;
  /** Editions of the tables it works with: `HS 2022; Yidan names 2026-11; GNG 2024-07`. */
  readonly tables: string;
}
