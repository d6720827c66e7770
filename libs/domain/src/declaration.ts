import type {
  Address,
  BillLevel,
  DecimalText,
  DocumentKind,
  LocalText,
  PartyRole,
  Place,
  SchemedCode,
  TradeTime,
  TransportMode,
} from './consignment.js';
import type { Discrepancy, Naming, RecordDangerousGoods } from './one-document.js';

/** Which way the goods cross China's border: they leave it, enter it, or pass through by land (过境). */
export const DECLARATION_TYPES = ['export', 'import', 'transit'] as const;
export type DeclarationType = (typeof DECLARATION_TYPES)[number];

/** 提前申报: before the cargo arrives at the border. */
export type DeclarationMode = 'advance';

/** The declaration as published in `schemas/declaration/v1`. What that schema requires is what `missingFor` asks of the record. */
export interface Declaration {
  readonly schemaVersion: '1';
  readonly declarationId: string;
  readonly type: DeclarationType;
  readonly mode: DeclarationMode;
  /** Party code of who declares: a forwarder, or a broker by a forwarder's mandate. */
  readonly declarant: string;
  /** Party code of the forwarder for whom a broker declares; absent where the declarant acts for itself. */
  readonly principal?: string;
  readonly preparedAt: string;
  /** 关区代码, four digits, where the declarant named it. */
  readonly customsOffice?: string;
  readonly oneDocumentId: string;
  readonly oneDocumentVersion: number;
  /** The transport documents it rests on, without a waybill that other records share and the master bill of its house bill. */
  readonly documentIds: readonly string[];
  /** The day in China on which the AEO statuses were looked up. */
  readonly aeoAsOf: string;
  readonly parties: readonly DeclaredParty[];
  readonly borderCrossing: BorderCrossing;
  /** Of a transit, and of it alone: how the goods leave China again. */
  readonly exitCrossing?: BorderCrossing;
  readonly transportDocuments: readonly DeclaredDocument[];
  readonly containers: readonly DeclaredContainer[];
  /** What the document over the border states; where it states no goods, all of the record. */
  readonly goodsItems: readonly DeclaredItem[];
  /** Of these items. */
  readonly totals: DeclaredTotals;
  /** What the record's documents disagree on, all of it, and which of its goods are not declared: `GOODS_NOT_DECLARED`. */
  readonly discrepancies: readonly Discrepancy[];
}

export interface DeclaredParty {
  readonly role: PartyRole;
  readonly names: readonly LocalText[];
  readonly codes: readonly SchemedCode[];
  readonly address?: Address;
  /** The consignee is `TO ORDER`. */
  readonly toOrder?: true;
  /** Absent when the party has no AEO code. */
  readonly aeo?: PartyAeo;
}

/**
 * `certified`: valid on the day and, when foreign, recognised by China. `notRecognised`: valid, but no recognition by China is known.
 * `unknown`: the document states a code that the register does not hold for this party.
 */
export type AeoStatus = 'certified' | 'expired' | 'notYetValid' | 'notRecognised' | 'unknown';

/** What a declaration says of a party's AEO code, as of one day. */
export interface PartyAeo {
  readonly aeoCode: string;
  readonly status: AeoStatus;
  readonly grade?: string;
  readonly country?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  /** The code the register holds for the party, when the document states another. */
  readonly registeredAeoCode?: string;
}

/** The leg on which the goods cross the border; of a transit that on which they enter China, or leave it. */
export interface BorderCrossing {
  /** `sequence` of the record's leg. */
  readonly legSequence: number;
  readonly mode: TransportMode;
  readonly placeOfLoading: Place;
  readonly placeOfDischarge: Place;
  readonly departsAt?: TradeTime;
  readonly departure?: 'planned' | 'actual';
  readonly arrivesAt?: TradeTime;
  readonly arrival?: 'planned' | 'actual';
  readonly meansOfTransport: {
    readonly vessel?: string;
    readonly vesselImo?: string;
    readonly voyage?: string;
    readonly train?: string;
    readonly wagons?: readonly string[];
  };
}

export interface DeclaredDocument extends BillLevel {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly mode: TransportMode;
  readonly number: string;
  readonly issuedAt?: TradeTime;
  /** Whether it proves the leg of `borderCrossing`. */
  readonly crossesBorder: boolean;
  /** It proves the leg of `exitCrossing`. */
  readonly crossesExit?: true;
}

export interface DeclaredContainer {
  readonly number: string;
  readonly sizeType?: string;
  readonly seals: readonly string[];
  readonly sealsByMode: { readonly rail?: readonly string[]; readonly sea?: readonly string[] };
}

/** A number as declared, with what each side states. */
export interface DeclaredQuantity {
  readonly declared?: DecimalText;
  /** `record`: undisputed. `borderDocument`: the documents disagree, and the one of the leg of `borderCrossing` counts. `sumOfItems`: no document states this total. */
  readonly basis: 'record' | 'borderDocument' | 'sumOfItems';
  readonly rail?: DecimalText;
  readonly sea?: DecimalText;
}

export interface DeclaredItem {
  /** In the declaration, from 1. */
  readonly sequence: number;
  readonly railName?: string;
  readonly railCode?: SchemedCode;
  readonly railNaming: Naming;
  readonly customsName?: string;
  readonly hsCode?: string;
  readonly customsNaming: Naming;
  readonly packages: DeclaredQuantity;
  readonly packageType?: string;
  readonly grossMassKg: DeclaredQuantity;
  readonly netMassKg?: DecimalText;
  readonly containers: readonly string[];
  readonly dangerousGoods: readonly RecordDangerousGoods[];
}

export interface DeclaredTotals {
  readonly packages: DeclaredQuantity;
  readonly grossMassKg: DeclaredQuantity;
  readonly containers: DecimalText;
}
