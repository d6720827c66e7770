import { given } from '../../mapping/given.js';
import type {
  ClassifiedEvent,
  EventTypes,
  EventWithPayload,
  FlatEvent,
  Location,
  Text,
  TrackedEvent,
  TransportCall,
  Voyage,
} from './tree.types.js';

/** What an event of 2.x says. */
export function ofFlat(event: FlatEvent, pointer: string): TrackedEvent {
  const { eventID, eventDateTime, eventClassifierCode, transportCall, documentID } = event;
  const references = pairs(event.documentReferences, 'documentReferenceType', 'documentReferenceValue');
  return {
    pointer,
    timePointer: `${pointer}/eventDateTime`,
    equipmentPointer: `${pointer}/equipmentReference`,
    id: eventID,
    classifier: eventClassifierCode,
    occursAt: eventDateTime,
    type: typeOf(event),
    documentReferences: [...ownDocument(event.documentTypeCode, documentID), ...references],
    seals: texts((event.seals ?? []).map(({ sealNumber }) => sealNumber)),
    ...given({
      statedAt: said(event.eventCreatedDateTime),
      documentType: said(event.documentTypeCode),
      equipment: said(event.equipmentReference) ?? onlyContainer(event.references, 'referenceType', 'referenceValue'),
      ...containerFacts(event),
      ...placeFacts([event.eventLocation, transportCall?.location, transportCall]),
      ...callFacts(transportCall),
      remark: said(event.changeRemark) ?? said(event.reason),
    }),
  };
}

/** What an event of 3.0.0-Beta-1 says; nothing when it only retracts another. */
export function ofPayload({ metadata, payload }: EventWithPayload, pointer: string): TrackedEvent | undefined {
  if (!payload) return undefined;
  const { transportCall, documentReference } = payload;
  const { carrierCode, carrierCodeListProvider } = metadata.publisher ?? {};
  return {
    pointer,
    timePointer: `${pointer}/payload/eventDateTime`,
    equipmentPointer: `${pointer}/payload/equipmentReference`,
    id: metadata.eventID,
    classifier: payload.eventClassifierCode,
    occursAt: payload.eventDateTime,
    type: typeOf(payload),
    documentReferences: [
      ...ownDocument(payload.documentTypeCode, documentReference),
      ...pairs(payload.relatedDocumentReferences, 'type', 'value'),
    ],
    seals: texts((payload.seals ?? []).map(({ number }) => number)),
    ...given({
      statedAt: said(metadata.eventCreatedDateTime),
      documentType: said(payload.documentTypeCode),
      equipment: said(payload.equipmentReference) ?? onlyContainer(payload.references, 'type', 'value'),
      ...containerFacts(payload),
      ...placeFacts([payload.location, transportCall?.location, transportCall]),
      ...callFacts(transportCall),
      reporter: partyOf(carrierCode, carrierCodeListProvider),
      remark: said(payload.changeRemark) ?? said(payload.reason),
    }),
  };
}

/** What an event of 3.0.0 says. */
export function ofClassified(event: ClassifiedEvent, pointer: string): TrackedEvent {
  const { eventClassification, shipmentDetails, equipmentDetails } = event;
  const { documentReference, additionalDocumentReferences } = shipmentDetails ?? {};
  const { partyCode, codeListProvider } = event.eventRouting?.originatingParty ?? {};
  return {
    pointer,
    timePointer: `${pointer}/eventDateTime`,
    equipmentPointer: `${pointer}/equipmentDetails/equipmentReference`,
    id: event.eventID,
    classifier: eventClassification.eventClassifierCode,
    occursAt: event.eventDateTime,
    type: typeOf(eventClassification),
    documentReferences: pairs(
      [...(documentReference ? [documentReference] : []), ...(additionalDocumentReferences ?? [])],
      'typeCode',
      'reference',
    ),
    seals: texts((equipmentDetails?.seals ?? []).map(({ number, sealNumber }) => number ?? sealNumber)),
    ...given({
      statedAt: said(event.eventUpdatedDateTime),
      documentType: eventClassification.shipmentEventTypeCode ? said(documentReference?.typeCode) : undefined,
      equipment: said(equipmentDetails?.equipmentReference),
      ...containerFacts(equipmentDetails ?? {}),
      ...placeFacts([event.eventLocation]),
      ...classifiedCallFacts(event),
      reporter: partyOf(partyCode, codeListProvider),
    }),
  };
}

/** A member that says something, without blank space around it. */
function said(text: Text): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}

const texts = (members: readonly Text[]): string[] => members.flatMap((member) => said(member) ?? []);

const typeOf = (types: EventTypes): string =>
  said(
    types.equipmentEventTypeCode ??
      types.transportEventTypeCode ??
      types.shipmentEventTypeCode ??
      types.iotEventTypeCode ??
      types.reeferEventTypeCode,
  ) ?? '';

type Pair<Type extends string, Value extends string> = { readonly [Key in Type | Value]?: Text };

function pairs<Type extends string, Value extends string>(
  members: readonly Pair<Type, Value>[] | null | undefined,
  typeKey: Type,
  valueKey: Value,
): { type: string; value: string }[] {
  return (members ?? []).flatMap((member) => {
    const [type, value] = [said(member[typeKey]), said(member[valueKey])];
    return type === undefined || value === undefined ? [] : [{ type, value }];
  });
}

function ownDocument(documentType: Text, document: Text): { type: string; value: string }[] {
  const [type, value] = [said(documentType), said(document)];
  return type === undefined || value === undefined ? [] : [{ type, value }];
}

/** A transport event may name its container among its references (`EQ`); of several it is about none alone. */
function onlyContainer<Type extends string, Value extends string>(
  members: readonly Pair<Type, Value>[] | null | undefined,
  typeKey: Type,
  valueKey: Value,
): string | undefined {
  const containers = pairs(members, typeKey, valueKey).filter(({ type }) => type === 'EQ');
  return containers.length === 1 ? containers[0]?.value : undefined;
}

const containerFacts = (facts: { readonly ISOEquipmentCode?: Text; readonly emptyIndicatorCode?: Text }) => ({
  sizeType: said(facts.ISOEquipmentCode),
  emptyIndicator: said(facts.emptyIndicatorCode),
});

/** The first location that says where it is. */
function placeFacts(locations: readonly ((Location & { readonly otherFacility?: Text }) | null | undefined)[]) {
  const location = locations.find((one) => said(one?.UNLocationCode) ?? said(one?.locationName)) ?? {};
  const facilities = locations.flatMap((one) => said(one?.facilityCode) ?? said(one?.otherFacility) ?? []);
  return {
    unLocode: said(location.UNLocationCode),
    placeName: said(location.locationName),
    facility: facilities[0],
  };
}

function callFacts(call: TransportCall | null | undefined) {
  const { vessel, modeOfTransport, railService, railCar, ...voyages } = call ?? {};
  const departing = [voyages.exportVoyageNumber, voyages.carrierExportVoyageNumber, voyages.carrierVoyageNumber];
  const arriving = [voyages.importVoyageNumber, voyages.carrierImportVoyageNumber];
  return {
    mode: said(modeOfTransport),
    ...vesselFacts(vessel),
    exportVoyage: texts(departing)[0],
    importVoyage: texts(arriving)[0],
    train: said(railService),
    wagon: said(railCar),
  };
}

function classifiedCallFacts({ transportDetails }: ClassifiedEvent) {
  const { modeOfTransport, vesselTransport, ...voyages } = transportDetails?.transportCall ?? {};
  return {
    mode: said(modeOfTransport),
    ...vesselFacts(vesselTransport),
    exportVoyage: voyageOf(voyages.exportVoyageNumberOrReference),
    importVoyage: voyageOf(voyages.importVoyageNumberOrReference),
  };
}

function vesselFacts(vessel: TransportCall['vessel']) {
  const { vesselName, name, vesselIMONumber } = vessel ?? {};
  return { vessel: said(vesselName ?? name), vesselImo: said(vesselIMONumber) };
}

function voyageOf(voyage: Voyage | null | undefined): string | undefined {
  const { carrierVoyageNumber, universalVoyageReference } = voyage ?? {};
  return said(carrierVoyageNumber ?? universalVoyageReference);
}

function partyOf(code: Text, provider: Text): { scheme: string; code: string } | undefined {
  const party = said(code);
  return party === undefined ? undefined : { scheme: said(provider) ?? 'DCSA', code: party };
}
