import type {
  Coded,
  Consignment,
  ConsignmentItem,
  Identifier,
  LogisticsLocation,
  Text,
  TradeParty,
} from '../building-blocks.types.js';

/** The part of a rail consignment note (UN/CEFACT JSON D.23B) that Yidan reads: what the SMGS and the CIM/SMGS form have in common. */
export interface RailNote {
  readonly exchangedDocumentContext?: {
    /** ≤ 1; names the form. */
    readonly guidelineSpecifiedDocumentContextParameter?: readonly { readonly id: Identifier; readonly value?: Text }[];
  };
  readonly exchangedDocument?: ExchangedDocument;
  /** ≤ 1 */
  readonly specifiedConsignment?: readonly NoteConsignment[];
}

export interface ExchangedDocument {
  /** The consignment note's number. */
  readonly id?: Identifier;
  readonly typeCode?: Coded;
  readonly issueDateTime?: string;
  readonly versionId?: Identifier;
  /** ≤ 1 */
  readonly amendmentPurposeCode?: readonly Coded[];
  readonly referenceReferencedDocument?: readonly ReferencedDocument[];
}

export interface NoteConsignment extends Consignment {
  /** ≤ 1 */
  readonly id?: readonly Identifier[];
  readonly consignorAssignedId?: Identifier;
  readonly carrierAssignedId?: Identifier;
  /** The day the contract of carriage is concluded. */
  readonly carrierAcceptanceDateTime?: string;
  readonly consignor?: TradeParty;
  readonly consignee?: TradeParty;
  readonly carrier?: TradeParty;
  readonly consignorAgent?: TradeParty;
  readonly shipTo?: TradeParty;
  readonly associatedReferencedDocument?: readonly ReferencedDocument[];
  readonly includedReferencedConsignment?: readonly { readonly id?: readonly Identifier[] }[];
  readonly includedConsignmentItem?: readonly NoteItem[];
  readonly mainCarriageLogisticsTransportMovement?: readonly TransportMovement[];
  readonly applicableLogisticsServiceCharge?: readonly { readonly calculationBasisCommodityCode?: Coded }[];
}

export interface NoteItem extends ConsignmentItem {
  readonly applicableNote?: readonly Note[];
}

export interface TransportMovement {
  /** Train number. */
  readonly id?: Identifier;
  /** ≤ 1 */
  readonly departureEvent?: readonly TransportEvent[];
  /** ≤ 1 */
  readonly arrivalEvent?: readonly TransportEvent[];
}

export interface TransportEvent {
  readonly actualOccurrenceDateTime?: string;
  readonly occurrenceLogisticsLocation?: LogisticsLocation;
}

export interface ReferencedDocument {
  /** ≤ 1 */
  readonly id?: readonly Identifier[];
  readonly typeCode?: Coded;
  readonly referenceTypeCode?: Coded;
}

export interface Note {
  readonly subjectCode?: readonly Coded[];
  /** ≤ 1 */
  readonly contentCode?: readonly Coded[];
  /** ≤ 1 */
  readonly content?: readonly Text[];
}
