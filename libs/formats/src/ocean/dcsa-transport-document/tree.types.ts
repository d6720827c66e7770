import type { DecimalText, Temperature } from '#domain';

/** The transport document, and where it stands in the bytes: `''`, or the member of the envelope that holds it. */
export interface DcsaTransportDocument {
  readonly pointer: string;
  readonly document: TransportDocumentTree;
}

/**
 * EBL 3.0.4 `TransportDocument` in the standard's own names, as far as it is read. Every number is the decimal as the sender wrote it; blank space
 * around a value is gone, members that were null or empty are absent. What the tolerances let through may lack a member the standard requires.
 */
export interface TransportDocumentTree {
  readonly transportDocumentReference: string;
  readonly transportDocumentSubReference?: string;
  readonly shippingInstructionsReference?: string;
  readonly transportDocumentStatus: string;
  readonly transportDocumentTypeCode: 'BOL' | 'SWB';
  readonly isToOrder: boolean;
  readonly shippedOnBoardDate?: string;
  readonly receivedForShipmentDate?: string;
  readonly issueDate?: string;
  readonly serviceContractReference?: string;
  readonly contractQuotationReference?: string;
  readonly extendedContractQuotationReference?: string;
  readonly carrierCode: string;
  readonly carrierCodeListProvider: 'SMDG' | 'NMFTA';
  readonly transports: TransportsTree;
  readonly documentParties: DocumentPartiesTree;
  readonly consignmentItems: readonly ConsignmentItemTree[];
  readonly utilizedTransportEquipments: readonly EquipmentTree[];
  readonly exportLicense?: LicenseTree;
  readonly importLicense?: LicenseTree;
  readonly references?: readonly ReferenceTree[];
  readonly customsReferences?: readonly CustomsReferenceTree[];
}

export interface TransportsTree {
  readonly plannedDepartureDate: string;
  readonly plannedArrivalDate: string;
  readonly preCarriageBy?: string;
  readonly onCarriageBy?: string;
  readonly placeOfReceipt?: LocationTree;
  readonly portOfLoading: LocationTree;
  readonly portOfDischarge: LocationTree;
  readonly placeOfDelivery?: LocationTree;
  readonly vesselVoyages: readonly VesselVoyageTree[];
}

export interface LocationTree {
  readonly locationName?: string;
  readonly UNLocationCode?: string;
  readonly city?: CityTree;
  /** Of places that are no ports. */
  readonly address?: CityTree;
}

export interface CityTree {
  readonly city?: string;
  readonly stateRegion?: string;
  readonly countryCode?: string;
}

export interface VesselVoyageTree {
  readonly vesselName: string;
  readonly carrierExportVoyageNumber: string;
  readonly role?: string;
}

export interface DocumentPartiesTree {
  readonly shipper: PartyTree;
  readonly onBehalfOfShipper?: PartyTree;
  readonly consignee?: PartyTree;
  readonly onBehalfOfConsignee?: PartyTree;
  readonly endorsee?: PartyTree;
  readonly issuingParty?: PartyTree;
  readonly carriersAgentAtDestination?: PartyTree;
  readonly notifyParties?: readonly PartyTree[];
  readonly other?: readonly { readonly party: PartyTree; readonly partyFunction: string }[];
}

/** The members of all party objects of the standard together; each kind of party has some of them. */
export interface PartyTree {
  readonly partyName: string;
  readonly address?: AddressTree;
  readonly addressLines?: readonly string[];
  readonly displayedAddress?: readonly string[];
  readonly identifyingCodes?: readonly IdentifyingCodeTree[];
  readonly taxLegalReferences?: readonly TaxLegalReferenceTree[];
  readonly partyContactDetails?: readonly {
    readonly name?: string;
    readonly phone?: string;
    readonly email?: string;
  }[];
  readonly reference?: string;
  readonly purchaseOrderReferences?: readonly string[];
  readonly isNotifyParty?: boolean;
}

export interface AddressTree {
  readonly street?: string;
  readonly streetNumber?: string;
  readonly floor?: string;
  readonly postCode?: string;
  readonly POBox?: string;
  readonly city?: string;
  readonly stateRegion?: string;
  readonly countryCode?: string;
}

export interface IdentifyingCodeTree {
  readonly codeListProvider: string;
  readonly partyCode?: string;
  readonly codeListName?: string;
}

export interface TaxLegalReferenceTree {
  readonly type: string;
  readonly countryCode: string;
  readonly value: string;
}

export interface ConsignmentItemTree {
  readonly carrierBookingReference: string;
  readonly descriptionOfGoods: readonly string[];
  readonly HSCodes?: readonly string[];
  readonly extendedHSCodes?: readonly string[];
  readonly nationalCommodityCodes?: readonly CommodityCodesTree[];
  readonly extendedNationalCommodityCodes?: readonly CommodityCodesTree[];
  readonly shippingMarks?: readonly string[];
  readonly cargoItems: readonly CargoItemTree[];
  readonly exportLicense?: LicenseTree;
  readonly importLicense?: LicenseTree;
  readonly references?: readonly { readonly type: string; readonly values: readonly string[] }[];
  readonly customsReferences?: readonly CustomsReferenceTree[];
}

export interface CommodityCodesTree {
  readonly type: string;
  readonly countryCode?: string;
  readonly values: readonly string[];
}

export interface CargoItemTree {
  readonly equipmentReference: string;
  readonly cargoGrossWeight: QuantityTree;
  readonly cargoGrossVolume?: QuantityTree;
  readonly cargoNetWeight?: QuantityTree;
  readonly exportLicense?: LicenseTree;
  readonly importLicense?: LicenseTree;
  readonly outerPackaging: OuterPackagingTree;
  readonly nationalCommodityCodes?: readonly CommodityCodesTree[];
  readonly extendedNationalCommodityCodes?: readonly CommodityCodesTree[];
  readonly customsReferences?: readonly CustomsReferenceTree[];
}

export interface QuantityTree {
  readonly value: DecimalText;
  readonly unit: string;
}

export interface OuterPackagingTree {
  readonly packageCode?: string;
  readonly numberOfPackages: DecimalText;
  readonly description?: string;
  readonly dangerousGoods?: readonly DangerousGoodsTree[];
}

export interface DangerousGoodsTree {
  readonly UNNumber?: string;
  readonly NANumber?: string;
  readonly properShippingName: string;
  readonly technicalName?: string;
  readonly imoClass: string;
  readonly subsidiaryRisk1?: string;
  readonly subsidiaryRisk2?: string;
  readonly isMarinePollutant?: boolean;
  readonly packingGroup?: DecimalText;
  readonly isLimitedQuantity?: boolean;
  readonly EMSNumber?: string;
  readonly limits?: { readonly temperatureUnit?: string; readonly flashPoint?: DecimalText };
}

export interface EquipmentTree {
  readonly equipment: {
    readonly equipmentReference: string;
    readonly ISOEquipmentCode?: string;
    readonly tareWeight?: QuantityTree;
  };
  readonly seals?: readonly { readonly number?: string }[];
  readonly isNonOperatingReefer?: boolean;
  readonly activeReeferSettings?: ReeferSettingsTree;
  readonly references?: readonly ReferenceTree[];
  readonly customsReferences?: readonly CustomsReferenceTree[];
}

export interface ReeferSettingsTree {
  readonly temperatureSetpoint?: DecimalText;
  readonly temperatureUnit?: Temperature['unit'];
  readonly humiditySetpoint?: DecimalText;
  readonly airExchangeSetpoint?: DecimalText;
  readonly airExchangeUnit?: string;
}

export interface LicenseTree {
  readonly reference?: string;
}

export interface ReferenceTree {
  readonly type: string;
  readonly value: string;
}

export interface CustomsReferenceTree {
  readonly type: string;
  readonly countryCode?: string;
  readonly values: readonly string[];
}
