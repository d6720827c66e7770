/** The three shapes that DCSA gave its events, as far as they are read. */
export type Text = string | null | undefined;

export interface EventTypes {
  readonly equipmentEventTypeCode?: Text;
  readonly transportEventTypeCode?: Text;
  readonly shipmentEventTypeCode?: Text;
  readonly iotEventTypeCode?: Text;
  readonly reeferEventTypeCode?: Text;
}

export interface Location {
  readonly UNLocationCode?: Text;
  readonly locationName?: Text;
  readonly facilityCode?: Text;
}

/** Of 2.x and of 3.0.0-Beta-1, which renamed the voyages. */
export interface TransportCall extends Location {
  readonly modeOfTransport?: Text;
  readonly exportVoyageNumber?: Text;
  readonly importVoyageNumber?: Text;
  readonly carrierVoyageNumber?: Text;
  readonly carrierExportVoyageNumber?: Text;
  readonly carrierImportVoyageNumber?: Text;
  readonly otherFacility?: Text;
  readonly railCar?: Text;
  readonly railService?: Text;
  readonly location?: Location | null;
  readonly vessel?: { readonly vesselIMONumber?: Text; readonly vesselName?: Text; readonly name?: Text } | null;
}

interface Facts extends EventTypes {
  readonly eventClassifierCode: string;
  readonly eventDateTime: string;
  readonly documentTypeCode?: Text;
  readonly equipmentReference?: Text;
  readonly ISOEquipmentCode?: Text;
  readonly emptyIndicatorCode?: Text;
  readonly reason?: Text;
  readonly changeRemark?: Text;
  readonly transportCall?: TransportCall | null;
}

/** 2.x: everything side by side. */
export interface FlatEvent extends Facts {
  readonly eventID: string;
  readonly eventCreatedDateTime?: Text;
  readonly documentID?: Text;
  readonly eventLocation?: Location | null;
  readonly documentReferences?:
    readonly { readonly documentReferenceType?: Text; readonly documentReferenceValue?: Text }[] | null;
  readonly references?: readonly { readonly referenceType?: Text; readonly referenceValue?: Text }[] | null;
  readonly seals?: readonly { readonly sealNumber?: Text }[] | null;
}

interface TypedValue {
  readonly type?: Text;
  readonly value?: Text;
}

/** 3.0.0-Beta-1. One that retracts another needs no payload. */
export interface EventWithPayload {
  readonly metadata: {
    readonly eventID: string;
    readonly eventCreatedDateTime?: Text;
    readonly retractedEventID?: Text;
    readonly publisher?: { readonly carrierCode?: Text; readonly carrierCodeListProvider?: Text } | null;
  };
  readonly payload?: Facts & {
    readonly documentReference?: Text;
    readonly location?: Location | null;
    readonly relatedDocumentReferences?: readonly TypedValue[] | null;
    readonly references?: readonly TypedValue[] | null;
    readonly seals?: readonly { readonly number?: Text }[] | null;
  };
}

interface DocumentReference {
  readonly typeCode?: Text;
  readonly reference?: Text;
}

export interface Voyage {
  readonly carrierVoyageNumber?: Text;
  readonly universalVoyageReference?: Text;
}

/** 3.0.0. */
export interface ClassifiedEvent {
  readonly eventID: string;
  readonly eventDateTime: string;
  readonly eventUpdatedDateTime?: Text;
  readonly isRetracted?: boolean | null;
  readonly eventRouting?: {
    readonly originatingParty?: { readonly partyCode?: Text; readonly codeListProvider?: Text } | null;
  } | null;
  readonly eventLocation?: Location | null;
  readonly eventClassification: EventTypes & { readonly eventClassifierCode: string };
  readonly shipmentDetails?: {
    readonly documentReference?: DocumentReference | null;
    readonly additionalDocumentReferences?: readonly DocumentReference[] | null;
  } | null;
  readonly equipmentDetails?: {
    readonly equipmentReference?: Text;
    readonly ISOEquipmentCode?: Text;
    readonly emptyIndicatorCode?: Text;
    readonly seals?: readonly { readonly number?: Text; readonly sealNumber?: Text }[] | null;
  } | null;
  readonly transportDetails?: {
    readonly transportCall?: {
      readonly modeOfTransport?: Text;
      readonly exportVoyageNumberOrReference?: Voyage | null;
      readonly importVoyageNumberOrReference?: Voyage | null;
      readonly vesselTransport?: { readonly vesselIMONumber?: Text; readonly vesselName?: Text } | null;
    } | null;
  } | null;
}

/** What an event of any of the shapes says. */
export interface TrackedEvent {
  /** JSON pointers to the event, its time and its container. */
  readonly pointer: string;
  readonly timePointer: string;
  readonly equipmentPointer: string;
  readonly id: string;
  readonly statedAt?: string;
  readonly classifier: string;
  readonly occursAt: string;
  readonly type: string;
  /** Of shipment events: the document it is about. */
  readonly documentType?: string;
  readonly documentReferences: readonly { readonly type: string; readonly value: string }[];
  readonly equipment?: string;
  readonly sizeType?: string;
  readonly emptyIndicator?: string;
  readonly seals: readonly string[];
  readonly unLocode?: string;
  readonly placeName?: string;
  readonly facility?: string;
  readonly mode?: string;
  readonly vessel?: string;
  readonly vesselImo?: string;
  readonly exportVoyage?: string;
  readonly importVoyage?: string;
  readonly train?: string;
  readonly wagon?: string;
  readonly reporter?: { readonly scheme: string; readonly code: string };
  readonly remark?: string;
}

export interface TrackAndTrace {
  readonly events: readonly TrackedEvent[];
  readonly retractedIds: readonly string[];
}
