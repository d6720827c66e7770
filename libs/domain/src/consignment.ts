/**
 * The words every room shares. They follow UN/CEFACT's multimodal transport reference model; a format's own words stay in its folder.
 * Codes are strings. Decimals are strings exactly as written ("1.10", "20000.000"). Times are ISO 8601 strings that keep the sender's
 * offset; a sender who gives a day only gives `2025-03-12`.
 */

export type TransportMode = 'rail' | 'sea' | 'road' | 'inlandWaterway';

/** ISO 8601 day (`2025-03-12`) or date and time, with its offset if the sender gave one (`2025-03-04T12:30:00+08:00`). */
export type TradeTime = string;

/** A decimal number exactly as written, for example `1.10`. Never a float. */
export type DecimalText = string;

export interface LocalText {
  readonly text: string;
  /** ISO 639 language, where the document says it or the script makes it certain. */
  readonly language?: string;
}

export interface SchemedCode {
  readonly scheme: string;
  readonly code: string;
}

export type PartyRole =
  | 'consignor'
  | 'consignee'
  | 'notify'
  | 'railCarrier'
  | 'seaCarrier'
  | 'forwarder'
  | 'declarant'
  | 'consignorAgent'
  | 'other';

export interface Party {
  readonly role: PartyRole;
  readonly names: readonly LocalText[];
  /**
   * Codes that the document gives. Scheme `PARTY` is a code agreed between the parties of the exchange (Yidan's party code: what a token
   * names); other schemes: `AEO`, `USCC` (统一社会信用代码), `CUSTOMS-CN` (海关注册编码), `TIN`, `SMDG`, `NMFTA`, `LEI` …
   */
  readonly codes: readonly SchemedCode[];
  readonly address?: Address;
  readonly contacts?: readonly Contact[];
}

export interface Address {
  readonly lines?: readonly string[];
  readonly city?: string;
  readonly region?: string;
  readonly postcode?: string;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode?: string;
}

export interface Contact {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
}

export interface Place {
  /** UN/LOCODE, five characters. */
  readonly unLocode?: string;
  /** Railway station code as the document writes it (China TMIS or telegraph code, ЕСР). */
  readonly stationCode?: string;
  readonly names: readonly LocalText[];
  readonly countryCode?: string;
}

/** From where goods are taken over to where they are delivered: UN/LOCODEs, or countries (ISO 3166-1 alpha-2) where no more is known. */
export interface Route {
  readonly from: string;
  readonly to: string;
}

/** Rail commodity code schemes: `GNG` (=NHM, 8 digits), `ETSNG` (6), `CN-RAIL` (7). */
export type RailCodeScheme = 'GNG' | 'ETSNG' | 'CN-RAIL';

export interface DangerousGoods {
  /** Four digits, without `UN`. */
  readonly unNumber: string;
  readonly properShippingName?: string;
  /** Class or division, for example `3`, `2.1`, `1.4S`. */
  readonly hazardClass?: string;
  readonly subsidiaryHazards?: readonly string[];
  /** `I`, `II` or `III`. */
  readonly packingGroup?: 'I' | 'II' | 'III';
  readonly limitedQuantity?: boolean;
  readonly marinePollutant?: boolean;
  /** EmS codes, for example `F-E,S-D`. */
  readonly emergencySchedule?: string;
  /** China rail number 铁危编号, 5 digits. */
  readonly chinaRailNumber?: string;
  /** `RID`, `SMGS-2`, `CN-RAIL` or `IMDG`: the list the sender declared under. */
  readonly regulation: 'RID' | 'SMGS-2' | 'CN-RAIL' | 'IMDG';
  readonly flashpointCelsius?: DecimalText;
}

/** How much of a goods item is in one container, as far as the document states it. */
export interface Stowage {
  readonly containerNumber: string;
  readonly packages?: DecimalText;
  readonly grossMassKg?: DecimalText;
  readonly netMassKg?: DecimalText;
  readonly volumeM3?: DecimalText;
}

/** One line of goods as one document describes it. */
export interface GoodsLine {
  /** The line's own number on the document, else its position from 1. */
  readonly sequence: string;
  readonly names: readonly LocalText[];
  /** Rail commodity codes, in the document's order. */
  readonly railCodes: readonly { readonly scheme: RailCodeScheme; readonly code: string }[];
  /** HS codes as written, 6 to 10 digits. */
  readonly hsCodes: readonly string[];
  readonly packages?: DecimalText;
  /** UN/ECE Rec 21 package type code where given. */
  readonly packageType?: string;
  readonly packageText?: string;
  readonly grossMassKg?: DecimalText;
  readonly netMassKg?: DecimalText;
  readonly volumeM3?: DecimalText;
  readonly marks?: readonly string[];
  readonly stowage: readonly Stowage[];
  readonly dangerousGoods: readonly DangerousGoods[];
  /** Place of this line in the source, for findings and provenance (JSON pointer, XPath …). */
  readonly path: string;
}

export interface Container {
  /** As written, spaces and hyphens removed, upper case. */
  readonly number: string;
  /** Whether the ISO 6346 check digit fits. A container whose check digit is wrong does not join documents. */
  readonly checkDigitValid: boolean;
  /** ISO 6346 size and type, for example `45G1`. */
  readonly sizeType?: string;
  readonly tareKg?: DecimalText;
  /** Mass of container and cargo together, where the document gives it. */
  readonly grossMassKg?: DecimalText;
  readonly seals: readonly string[];
  readonly reeferSettings?: ReeferSettings;
  readonly path: string;
}

/** How a refrigerated container is to be run, as far as the document says. */
export interface ReeferSettings {
  /** It carries dry goods and is not switched on. */
  readonly nonOperating?: true;
  readonly setPoint?: Temperature;
  /** The lowest and the highest temperature that the goods may have on the way. */
  readonly minimum?: Temperature;
  readonly maximum?: Temperature;
  readonly humidityPercent?: DecimalText;
  /** Fresh air let in. */
  readonly airExchangeM3PerHour?: DecimalText;
}

export interface Temperature {
  readonly value: DecimalText;
  /** UN/ECE Rec 20, as given: degrees Celsius or Fahrenheit. */
  readonly unit: 'CEL' | 'FAH';
}

export interface Wagon {
  readonly number: string;
  readonly containerNumbers: readonly string[];
  readonly path: string;
}

export interface Leg {
  readonly mode: TransportMode;
  readonly from: Place;
  readonly to: Place;
  readonly departsAt?: TradeTime;
  /** `actual` once it has happened, else `planned`. */
  readonly departure?: 'planned' | 'actual';
  readonly arrivesAt?: TradeTime;
  readonly arrival?: 'planned' | 'actual';
  /** Train number on rail. */
  readonly train?: string;
  readonly vessel?: string;
  readonly vesselImo?: string;
  readonly voyage?: string;
  readonly path: string;
}

export type ReferenceType = 'booking' | 'transportDocument' | 'throughDocument' | 'order' | 'contract' | 'other';

export interface Reference {
  readonly type: ReferenceType;
  readonly value: string;
}

/**
 * `multimodalDocument`: the operator's contract for the whole journey, over the carriers' own. `cargoReport`: what customs was told of a bill.
 * `shippingInstruction`: what a shipper asks for. Neither of these is a contract, and neither speaks where a contract does.
 */
export type DocumentKind =
  'railWaybill' | 'billOfLading' | 'seaWaybill' | 'multimodalDocument' | 'cargoReport' | 'shippingInstruction';

/** Where a carrier takes the goods over and hands them out, where it says so beside its ports or stations: the carriage between is its own affair. */
export interface EndsOfCarriage {
  /** UNTDID 3227: 88. */
  readonly placeOfReceipt?: Place;
  /** UNTDID 3227: 7. */
  readonly placeOfDelivery?: Place;
}

/** Where a bill stands among the bills over the same goods, where it says so. */
export interface BillLevel {
  /** `master`: the carrier's bill over a forwarder's (总提单). `house`: the forwarder's under it (分提单). UNTDID 1001: 704, 714. */
  readonly billLevel?: 'master' | 'house';
  /** The number of the master bill that a house bill is under. UNTDID 1153: MB. */
  readonly masterBill?: string;
}

/** What every transport format is mapped to: one document's view of a consignment. Nothing in it is invented or reconciled. */
export interface TransportDocument extends EndsOfCarriage, BillLevel {
  readonly kind: DocumentKind;
  readonly mode: TransportMode;
  /** The carrier's number of the document. */
  readonly number: string;
  /** The sender's version of the same number, digits; a higher one replaces a lower one. */
  readonly version?: string;
  readonly purpose: 'original' | 'replacement' | 'cancellation';
  readonly issuedAt?: TradeTime;
  /** Further references: bookings, other transport documents. */
  readonly references: readonly Reference[];
  readonly parties: readonly Party[];
  readonly goods: readonly GoodsLine[];
  readonly containers: readonly Container[];
  readonly wagons: readonly Wagon[];
  readonly legs: readonly Leg[];
  readonly totals: Totals;
}

export interface Totals {
  readonly packages?: DecimalText;
  readonly grossMassKg?: DecimalText;
  /** Number of containers the document claims, which may differ from those it lists. */
  readonly containers?: DecimalText;
}
