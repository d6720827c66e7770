import type { Temperature } from '#domain';

/**
 * What the D.23B documents have in common, in UN/CEFACT's names, as far as Yidan reads it. Everything is optional unless every form's schema
 * requires it. The schemas let the arrays marked `≤ 1` hold one entry at most.
 */

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

export interface Volume {
  readonly content: string;
  readonly unitCode: 'CMQ' | 'FTQ' | 'LTR' | 'MMQ' | 'MTQ';
}

/** What the goods and the equipment of every form's consignment are read from. */
export interface Consignment {
  /** ≤ 1 */
  readonly grossWeight?: readonly Weight[];
  /** ≤ 1 */
  readonly transportEquipmentQuantity?: readonly Quantity[];
  readonly includedConsignmentItem?: readonly ConsignmentItem[];
  readonly utilizedLogisticsTransportEquipment?: readonly TransportEquipment[];
}

export interface ConsignmentItem {
  readonly sequenceNumeric?: Quantity;
  /** ≤ 1 */
  readonly grossWeight?: readonly Weight[];
  /** ≤ 1 */
  readonly natureIdCargo?: readonly { readonly id?: readonly Text[] }[];
  readonly applicableDangerousGoods?: readonly DangerousSubstance[];
  readonly physicalLogisticsShippingMarks?: readonly ShippingMarks[];
  readonly associatedReferencedLogisticsTransportEquipment?: readonly { readonly id?: Identifier }[];
  readonly transportLogisticsPackage?: readonly LogisticsPackage[];
  /** Extension member, not checked by the schema; expected: a list of `{ listId, content }`. */
  readonly 'x-commodityCodes'?: unknown;
}

export interface ShippingMarks {
  /** ≤ 1 */
  readonly marking?: readonly Text[];
}

export interface LogisticsPackage {
  readonly itemQuantity?: Quantity;
  readonly typeCode?: readonly Coded[];
  readonly type?: readonly Text[];
  readonly physicalLogisticsShippingMarks?: readonly ShippingMarks[];
}

export interface DangerousSubstance {
  readonly undgIdCode?: Coded;
  readonly regulationCode?: Coded;
  readonly regulationName?: readonly Text[];
  readonly emsId?: Identifier;
  readonly packagingDangerLevelCode?: Coded;
  readonly hazardClassificationId?: Identifier;
  readonly properShippingName?: Text;
  /** Extension member of the forms that have no `properShippingName`; expected: a text. */
  readonly 'x-properShippingName'?: unknown;
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
  readonly humidityPercent?: Quantity;
  readonly airFlow?: { readonly content: string; readonly unitCode: string };
  readonly settingTransportSettingTemperature?: readonly SettingTemperature[];
  readonly carriedAssociatedTransportEquipment?: readonly { readonly id?: readonly Identifier[] }[];
}

/** Of equipment its `value`, of goods the lowest and the highest. */
export interface SettingTemperature {
  readonly value?: TemperatureMeasure;
  readonly minimumValue?: TemperatureMeasure;
  readonly maximumValue?: TemperatureMeasure;
  readonly typeCode?: Coded;
}

export interface TemperatureMeasure {
  readonly content: string;
  readonly unitCode: Temperature['unit'];
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
