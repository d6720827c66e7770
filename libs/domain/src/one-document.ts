import type {
  Address,
  BillLevel,
  Contact,
  DangerousGoods,
  DecimalText,
  DocumentKind,
  EndsOfCarriage,
  LocalText,
  PartyRole,
  Place,
  ReeferSettings,
  Reference,
  Route,
  SchemedCode,
  TradeTime,
  TransportMode,
} from './consignment.js';
import type { Bilingual } from './finding.js';

/**
 * One record for one consignment over all its legs (一单制), as published in `schemas/one-document/v1`. A version never changes.
 */
export interface OneDocument {
  readonly schemaVersion: '1';
  readonly id: string;
  /** From 1; each change makes the next. */
  readonly version: number;
  readonly changedAt: string;
  readonly change: Change;
  readonly state: OneDocumentState;
  /** The record this one went into, when `state` is `merged`. */
  readonly mergedInto?: string;
  readonly join: Join;
  /** The records over whose goods its document is: a waybill or a master bill as a whole. Each of them speaks of its own goods, and is declared for itself. */
  readonly consolidates?: readonly string[];
  readonly transportDocuments: readonly SourceDocument[];
  readonly references: readonly (Reference & Sourced)[];
  readonly parties: readonly RecordParty[];
  readonly legs: readonly RecordLeg[];
  readonly equipment: readonly RecordContainer[];
  readonly wagons: readonly (Sourced & { readonly number: string; readonly containerNumbers: readonly string[] })[];
  readonly goodsItems: readonly GoodsItem[];
  readonly totals: RecordTotals;
  readonly discrepancies: readonly Discrepancy[];
}

/**
 * `open`: live. `unjoined`: waits for a person, its join is ambiguous. `merged`: its documents went into another record.
 * `cancelled`: every document it rested on was cancelled.
 */
export type OneDocumentState = 'open' | 'unjoined' | 'merged' | 'cancelled';

export interface Change {
  readonly kind:
    | 'documentAdded'
    | 'documentReplaced'
    | 'documentCancelled'
    | 'sharingChanged'
    | 'candidatesChanged'
    | 'joinConfirmed'
    | 'merged'
    | 'goodsNamed'
    | 'mandateGiven'
    | 'mandateRevoked';
  /** The document that caused it, if one did. */
  readonly documentId?: string;
  /** The table and edition that caused it, if one did. */
  readonly tables?: string;
}

/** Ids of the documents (`transportDocuments[].documentId`) a value stands on. */
export interface Sourced {
  readonly sources: readonly string[];
}

export interface Join {
  readonly result: 'single' | 'joined' | 'unjoined';
  readonly evidence: readonly JoinEvidence[];
  /** When unjoined: the records it may belong to. */
  readonly candidates: readonly string[];
  /** How many more there are, of which a reader who may not see them is not told the ids. */
  readonly undisclosedCandidates?: number;
}

export interface JoinEvidence {
  readonly by:
    'container' | 'booking' | 'transportDocument' | 'throughDocument' | 'consignmentReference' | 'confirmation';
  readonly value: string;
  readonly documentIds: readonly string[];
}

/** One message of an interchange that holds several. */
export interface InterchangePlace {
  /** Of the interchange, whose bytes hold the message. */
  readonly documentId: string;
  /** From 1, in the order of the interchange. */
  readonly position: number;
  /** How many it holds. */
  readonly messages: number;
}

/** A bill that a house bill here is under is a `master`, whether it says so itself or not. */
export interface SourceDocument extends EndsOfCarriage, BillLevel {
  readonly documentId: string;
  readonly sha256: string;
  readonly format: string;
  readonly kind: DocumentKind;
  readonly mode: TransportMode;
  readonly number: string;
  readonly version?: string;
  readonly issuedAt?: TradeTime;
  readonly receivedAt: string;
  /** Party code of who sent it. */
  readonly sentBy: string;
  /** Where it stood, if it came as one message of several. */
  readonly interchange?: InterchangePlace;
  readonly status: 'current' | 'replaced' | 'cancelled';
  /** It is over the goods of other records too; here it speaks of this one's alone. */
  readonly shared?: true;
}

/**
 * A value that both sides state. `value` is there when they agree (or only one states it); when they disagree it is absent, both sides
 * stay and a discrepancy says so.
 */
export interface Compared<Value = DecimalText> {
  readonly value?: Value;
  readonly rail?: Value;
  readonly sea?: Value;
}

export interface RecordParty extends Sourced {
  readonly role: PartyRole;
  readonly names: readonly LocalText[];
  readonly codes: readonly SchemedCode[];
  readonly address?: Address;
  readonly contacts?: readonly Contact[];
}

export interface RecordLeg extends Sourced {
  readonly sequence: number;
  readonly mode: TransportMode;
  readonly from: Place;
  readonly to: Place;
  readonly departsAt?: TradeTime;
  readonly departure?: 'planned' | 'actual';
  readonly arrivesAt?: TradeTime;
  readonly arrival?: 'planned' | 'actual';
  readonly train?: string;
  readonly vessel?: string;
  readonly vesselImo?: string;
  readonly voyage?: string;
}

export interface RecordContainer extends Sourced {
  readonly number: string;
  readonly checkDigitValid: boolean;
  readonly sizeType?: string;
  readonly tareKg?: DecimalText;
  readonly grossMassKg?: DecimalText;
  readonly seals: readonly string[];
  readonly sealsByMode: { readonly rail?: readonly string[]; readonly sea?: readonly string[] };
  readonly reeferSettings?: Compared<ReeferSettings>;
}

/** How a name or code was found. */
export interface Naming {
  /** `document`: stated there. `table`: by a code table. `resolution`: a person settled it. */
  readonly source: 'document' | 'table' | 'resolution' | 'none';
  /** `stated` on a document; `exact` by a one-to-one table or prefix; `candidate`: several fit or only part fits; `unmatched`. */
  readonly certainty: 'stated' | 'exact' | 'candidate' | 'unmatched';
  /** Which table and edition, resolution id or document. */
  readonly basis?: string;
  /** `matched`: one code, sure enough to work with. `ambiguous`: a person has to choose. `unknown`: nothing speaks for any code. */
  readonly decision?: 'matched' | 'ambiguous' | 'unknown';
  /** The person's answer it rests on; `route`: the one it was given for, where it was for one. */
  readonly resolution?: { readonly id: string; readonly version: number; readonly route?: Route };
  /** Editions of the tables it was found with. */
  readonly tables?: string;
}

/** An HS code that may be the goods'; a heading or chapter where no more is known. */
export interface HsCandidate {
  readonly hsCode: string;
  /** What speaks for it, in words. */
  readonly evidence: string;
  /** How probable it is that the goods' code begins with this one: 0 to 1. */
  readonly certainty?: number;
}

export interface GoodsItem extends Sourced {
  readonly sequence: number;
  /** The name rail calls it by (货物名称); all spellings in `railNames`. */
  readonly railName?: string;
  readonly railNames: readonly LocalText[];
  readonly railCode?: SchemedCode;
  readonly otherRailCodes: readonly SchemedCode[];
  readonly railNaming: Naming;
  /** The name customs calls it by (报关品名). */
  readonly customsName?: string;
  readonly customsNames: readonly LocalText[];
  /** HS code as far as it is known, at least 6 digits. */
  readonly hsCode?: string;
  readonly customsNaming: Naming;
  /** Ranked HS candidates where the code isn't certain. */
  readonly hsCandidates: readonly HsCandidate[];
  readonly packages: Compared;
  readonly packageType?: string;
  readonly grossMassKg: Compared;
  readonly netMassKg?: DecimalText;
  readonly volumeM3?: DecimalText;
  readonly marks: readonly string[];
  readonly containers: readonly string[];
  /** How much of it is in which container: what documents state of that, and no share that was worked out. */
  readonly perContainer?: readonly GoodsInContainer[];
  readonly dangerousGoods: readonly RecordDangerousGoods[];
}

/** What documents state of a goods item in one container. */
export interface GoodsInContainer extends Sourced {
  readonly container: string;
  readonly packages?: Compared;
  readonly grossMassKg?: Compared;
  readonly netMassKg?: DecimalText;
  readonly volumeM3?: DecimalText;
}

/** One dangerous substance with its listing on both sides. */
export interface RecordDangerousGoods {
  readonly unNumber: string;
  /** As declared on the rail and on the sea document. */
  readonly declared: { readonly rail?: DangerousGoods; readonly sea?: DangerousGoods };
  /** As the lists have it. */
  readonly railListing?: DangerousGoodsListing;
  readonly seaListing?: DangerousGoodsListing;
}

export interface DangerousGoodsListing {
  readonly list: 'RID' | 'IMDG';
  readonly edition: string;
  readonly properShippingName: string;
  readonly hazardClass: string;
  /** Empty when there is none; absent when the list refers to a special provision. */
  readonly subsidiaryHazards?: readonly string[];
  readonly packingGroup?: string;
  readonly limitedQuantity?: string;
  /** `E0` to `E5`. */
  readonly exceptedQuantity?: string;
  /** RID: table A forbids carriage by rail. */
  readonly carriageProhibited?: true;
  /** IMDG: marked `P` in the list. Others may be marine pollutants by their properties. */
  readonly marinePollutant?: true;
  readonly emergencySchedule?: string;
  /** IMDG column 16a: `A` to `E`, `01` to `05` for class 1. */
  readonly stowageCategory?: string;
  /** IMDG column 16a: `SW2`, `H1`. */
  readonly handlingCodes?: readonly string[];
  /** IMDG column 16b: segregation groups `SGG1` and codes `SG36`. */
  readonly segregationCodes?: readonly string[];
}

export interface RecordTotals {
  readonly packages: Compared;
  readonly grossMassKg: Compared;
  readonly containers: DecimalText;
}

/** What two documents, or a document and a list, disagree on. Nothing is silently overwritten. */
export interface Discrepancy {
  /**
   * `GROSS_MASS`, `PACKAGES`, `SEALS`, `TARE`, `SIZE_TYPE`, `REEFER_SETTINGS`, `HS_CODE`, `DG_CLASS`, `DG_LIMITED_QUANTITY`, `DG_ONE_SIDE`, `CONTAINER_ONE_SIDE` …
   * Of goods in one container: `CONTAINER_PACKAGES`, `CONTAINER_GROSS_MASS`; of containers that do not make up the item: `SPLIT_PACKAGES`,
   * `SPLIT_GROSS_MASS`. Of goods that two documents of one mode share in part: `CONTAINER_NOT_COUNTED`. Of a mass that no container carries: `GROSS_MASS_UNBELIEVABLE`.
   */
  readonly code: string;
  /** The field's name: `grossMassKg`, `packages`, `seals` … */
  readonly field: string;
  /** JSON pointer into this record. */
  readonly path: string;
  readonly rail: StatedValue | null;
  readonly sea: StatedValue | null;
  /** Further statements: of the same mode, when two documents of one mode cover the same containers; what a list has instead; the other substance. */
  readonly other?: readonly StatedValue[];
  /** What it means and what to do next. */
  readonly message?: Bilingual;
  /** The rule it rests on, for example `IMDG 42-24, 7.2.4`. */
  readonly rule?: string;
}

export interface StatedValue {
  readonly value: string;
  /** Document ids, or the name of a list (`IMDG 42-24`). */
  readonly sources: readonly string[];
}
