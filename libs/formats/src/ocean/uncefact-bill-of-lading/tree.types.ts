import type {
  Coded,
  Consignment,
  ConsignmentItem,
  Identifier,
  LogisticsLocation,
  Quantity,
  SettingTemperature,
  Text,
  TradeParty,
  Volume,
} from '../../uncefact/building-blocks.types.js';

/**
 * The part of a maritime bill of lading (UN/CEFACT JSON D.23B) that Yidan reads, in UN/CEFACT's names. The schema allows more; everything here is
 * optional unless the schema requires it. The schema lets the arrays marked `≤ 1` hold one entry at most.
 */
export interface BillOfLading {
  readonly exchangedDocument?: ExchangedDocument;
  /** ≤ 1 */
  readonly specifiedConsignment?: readonly BillConsignment[];
}

export interface ExchangedDocument {
  readonly id?: Identifier;
  readonly typeCode?: Coded;
  /** Our extension: UNTDID 1001, 704 or 714. */
  readonly 'x-typeCode'?: unknown;
  readonly issueDateTime?: string;
  /** ≤ 1 */
  readonly purposeCode?: readonly Coded[];
  readonly issuer?: BillParty & { readonly roleCode?: readonly Coded[] };
}

export interface BillConsignment extends Consignment {
  readonly consignorAssignedId?: Identifier;
  /** The carrier's booking number. */
  readonly carrierAssignedId?: Identifier;
  readonly contractId?: readonly Identifier[];
  readonly packageQuantity?: Quantity;
  readonly consignor?: BillParty;
  readonly consignee?: BillParty;
  readonly notified?: readonly BillParty[];
  readonly carrier?: BillParty;
  readonly freightForwarder?: BillParty;
  readonly consignorAgent?: BillParty;
  readonly consigneeAgent?: BillParty;
  readonly transportServicesBuyer?: BillParty;
  readonly transportContractReferencedDocument?: {
    readonly typeCode?: Coded;
    /** Our extension: UNTDID 1001, 704. */
    readonly 'x-typeCode'?: unknown;
    /** ≤ 1 */
    readonly id?: readonly Identifier[];
  };
  readonly includedConsignmentItem?: readonly BillItem[];
  /** Place of receipt. */
  readonly carrierAcceptanceLogisticsLocation?: LogisticsLocation;
  /** Place of delivery. */
  readonly consigneeReceiptLogisticsLocation?: LogisticsLocation;
  readonly mainCarriageLogisticsTransportMovement?: readonly SeaMovement[];
}

export interface BillParty extends TradeParty {
  readonly specifiedTaxRegistration?: readonly TaxRegistration[];
}

export interface TaxRegistration {
  readonly id?: Identifier;
  readonly associatedRegisteredTax?: { readonly typeCode?: Coded };
}

export interface BillItem extends ConsignmentItem {
  /** ≤ 1 */
  readonly grossVolume?: readonly Volume[];
  /** Free text; also `HS CODE 870899`. */
  readonly information?: readonly Text[];
  readonly handlingInstructions?: readonly {
    /** ≤ 1 */
    readonly applicableTransportSettingTemperature?: readonly SettingTemperature[];
  }[];
}

export interface SeaMovement {
  /** Voyage number. */
  readonly id?: Identifier;
  readonly loadingEvent?: PortEvent;
  readonly unloadingEvent?: PortEvent;
  /** ≤ 1 */
  readonly departureEvent?: readonly { readonly estimatedOccurrenceDateTime?: string }[];
  readonly usedLogisticsTransportMeans?: {
    /** IMO numbers: the schema allows no other agency than 54. */
    readonly id?: readonly Identifier[];
    readonly name?: Text;
  };
}

export interface PortEvent {
  readonly estimatedOccurrenceDateTime?: string;
  readonly occurrenceLogisticsLocation?: LogisticsLocation;
}
