/**
 * The part of an SMGS note (UN/CEFACT JSON D.23B) that Yidan reads, in UN/CEFACT's names. The schema allows more; everything here is
 * optional unless the schema requires it. The schema lets the arrays marked `≤ 1` hold one entry at most.
 */
export interface SmgsNote {
  readonly exchangedDocument?: ExchangedDocument;
  /** ≤ 1 */
  readonly specifiedConsignment?: readonly SmgsConsignment[];
}

export interface ExchangedDocument {
  /** Box 29, the consignment note's number. */
  readonly id?: Identifier;
  readonly typeCode?: Coded;
  readonly issueDateTime?: string;
  readonly versionId?: Identifier;
  /** ≤ 1 */
  readonly amendmentPurposeCode?: readonly Coded[];
  readonly referenceReferencedDocument?: readonly ReferencedDocument[];
}

export interface SmgsConsignment {
  /** ≤ 1 */
  readonly id?: readonly Identifier[];
  readonly consignorAssignedId?: Identifier;
  readonly carrierAssignedId?: Identifier;
  /** Box 26, the day the contract of carriage is concluded. */
  readonly carrierAcceptanceDateTime?: string;
  /** ≤ 1 */
  readonly grossWeight?: readonly Weight[];
  /** ≤ 1 */
  readonly transportEquipmentQuantity?: readonly Quantity[];
  readonly consignor?: TradeParty;
  readonly consignee?: TradeParty;
  readonly carrier?: TradeParty;
  readonly consignorAgent?: TradeParty;
  readonly shipTo?: TradeParty;
  readonly associatedReferencedDocument?: readonly ReferencedDocument[];
  readonly includedReferencedConsignment?: readonly { readonly id?: readonly Identifier[] }[];
  readonly includedConsignmentItem?: readonly ConsignmentItem[];
  readonly utilizedLogisticsTransportEquipment?: readonly TransportEquipment[];
  readonly mainCarriageLogisticsTransportMovement?: readonly TransportMovement[];
  readonly applicableLogisticsServiceCharge?: readonly { readonly calculationBasisCommodityCode?: Coded }[];
}

export interface ConsignmentItem {
  readonly sequenceNumeric?: Quantity;
  /** ≤ 1 */
  readonly grossWeight?: readonly Weight[];
  /** ≤ 1 */
  readonly natureIdCargo?: readonly { readonly id?: readonly Text[] }[];
  readonly applicableDangerousGoods?: readonly SmgsDangerousGoods[];
  readonly physicalLogisticsShippingMarks?: readonly { readonly marking?: readonly Text[] }[];
  readonly associatedReferencedLogisticsTransportEquipment?: readonly { readonly id?: Identifier }[];
  readonly transportLogisticsPackage?: readonly LogisticsPackage[];
  readonly applicableNote?: readonly Note[];
  /** Extension member, not checked by the schema; expected: a list of `{ listId, content }`. */
  readonly 'x-commodityCodes'?: unknown;
}

export interface LogisticsPackage {
  readonly itemQuantity?: Quantity;
  readonly typeCode?: readonly Coded[];
  readonly type?: readonly Text[];
}

export interface SmgsDangerousGoods {
  readonly undgIdCode?: Coded;
  readonly regulationCode?: Coded;
  readonly emsId?: Identifier;
  readonly packagingDangerLevelCode?: Coded;
  readonly hazardClassificationId?: Identifier;
  readonly properShippingName?: Text;
  /** ≤ 1 */
  readonly flashpointTemperatureMeasurement?: readonly { readonly actual?: readonly Quantity[] }[];
}

export interface TransportEquipment {
  readonly id?: Identifier;
  readonly categoryCode?: Coded;
  /** ISO 6346 size and type. */
  readonly characteristicCode?: Coded;
  readonly tareWeight?: Weight;
  readonly grossWeight?: Weight;
  readonly affixedLogisticsSeal?: readonly { readonly id?: readonly Identifier[] }[];
  readonly carriedAssociatedTransportEquipment?: readonly { readonly id?: readonly Identifier[] }[];
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

export interface LogisticsLocation {
  /** ≤ 1 */
  readonly id?: readonly Identifier[];
  /** ≤ 1 */
  readonly name?: readonly Text[];
  readonly countryId?: Coded;
  /** ≤ 1 */
  readonly subordinateLocation?: readonly { readonly id?: Identifier }[];
}

export interface TradeParty {
  readonly id?: readonly Identifier[];
  readonly name?: readonly Text[];
  readonly postalTradeAddress?: TradeAddress;
  /** ≤ 1 */
  readonly definedTradeContact?: readonly TradeContact[];
}

export interface TradeAddress {
  readonly streetName?: readonly Text[];
  readonly cityName?: readonly Text[];
  readonly countrySubDivisionName?: readonly Text[];
  /** ≤ 1 */
  readonly postcodeCode?: readonly Coded[];
  readonly countryId?: Coded;
}

export interface TradeContact {
  readonly personName?: readonly Text[];
  readonly departmentName?: readonly Text[];
  readonly authorizedPersonName?: Text;
  /** ≤ 1 */
  readonly telephoneUniversalCommunication?: readonly { readonly completeNumber?: Text }[];
  readonly emailURIUniversalCommunication?: { readonly uri?: Identifier };
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

export interface Identifier {
  readonly content: string;
  readonly schemeId?: string;
  readonly schemeAgencyId?: string;
}

export interface Coded {
  readonly content: string;
  readonly listId?: string;
  readonly listAgencyId?: string;
}

export interface Text {
  readonly content: string;
  readonly languageId?: string;
}

/** A decimal text, possibly with a sign or without a digit before the point. */
export interface Quantity {
  readonly content: string;
  readonly unitCode?: string;
}

export interface Weight {
  readonly content: string;
  readonly unitCode: 'GRM' | 'KGM' | 'TNE';
}
