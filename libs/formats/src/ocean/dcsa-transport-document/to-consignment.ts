import {
  hasValidCheckDigit,
  normaliseContainerNumber,
  sumOf,
  type Container,
  type Leg,
  type Place,
  type ReeferSettings,
  type TransportDocument,
} from '#domain';
import { DOCUMENT_KINDS } from './code-lists.js';
import { given } from '../../mapping/given.js';
import { cubicMetresPerHour, statedSettings } from '../../mapping/reefers.js';
import { goodsLineOf } from './goods.js';
import { partiesOf } from './parties.js';
import { kilogramsOf } from './quantities.js';
import { referencesOf } from './references.js';
import type {
  DcsaTransportDocument,
  EquipmentTree,
  LocationTree,
  TransportsTree,
  VesselVoyageTree,
} from './tree.types.js';

/**
 * The bill's or waybill's view of the consignment. A voided document is a cancellation; every other status leaves the cargo as it is. The only leg
 * is the one by sea that the document proves: a rail leg is proved by the rail document.
 */
export function toConsignment({ pointer, document }: DcsaTransportDocument): TransportDocument {
  const goods = document.consignmentItems.map((item, index) => goodsLineOf(item, index, pointer));
  const parties = partiesOf(document);
  return given({
    kind: DOCUMENT_KINDS[document.transportDocumentTypeCode],
    mode: 'sea',
    number: document.transportDocumentReference,
    version: versionOf(document.transportDocumentSubReference),
    purpose: document.transportDocumentStatus === 'VOIDED' ? 'cancellation' : 'original',
    issuedAt: document.issueDate,
    references: referencesOf(document, parties),
    parties,
    goods,
    containers: document.utilizedTransportEquipments.map((equipment, index) => containerOf(equipment, index, pointer)),
    wagons: [],
    legs: [seaLegOf(document.transports, pointer)],
    placeOfReceipt: inlandPlace(document.transports.placeOfReceipt),
    placeOfDelivery: inlandPlace(document.transports.placeOfDelivery),
    totals: given({
      packages: sumOf(goods.map(({ packages }) => packages)),
      grossMassKg: sumOf(goods.map(({ grossMassKg }) => grossMassKg)),
    }),
  });
}

/** `Version_1`, as the standard's own example has it, or digits alone; other sub-references don't order versions. */
const versionOf = (subReference: string | undefined): string | undefined =>
  /^(?:version_)?(\d+)$/i.exec(subReference ?? '')?.[1];

const containerOf = (tree: EquipmentTree, index: number, pointer: string): Container => {
  const { equipment, seals = [] } = tree;
  const number = normaliseContainerNumber(equipment.equipmentReference);
  return given({
    number,
    checkDigitValid: hasValidCheckDigit(number),
    sizeType: equipment.ISOEquipmentCode,
    tareKg: kilogramsOf(equipment.tareWeight),
    seals: seals.flatMap((seal) => seal.number ?? []),
    reeferSettings: reeferSettingsOf(tree),
    path: `${pointer}/utilizedTransportEquipments/${index}`,
  });
};

function reeferSettingsOf(tree: EquipmentTree): ReeferSettings | undefined {
  const { isNonOperatingReefer, activeReeferSettings: settings } = tree;
  if (isNonOperatingReefer === true) return { nonOperating: true };
  if (!settings) return undefined;
  const { temperatureSetpoint: value, temperatureUnit: unit, humiditySetpoint, airExchangeSetpoint: air } = settings;
  return statedSettings({
    setPoint: value !== undefined && unit ? { value, unit } : undefined,
    humidityPercent: humiditySetpoint,
    airExchangeM3PerHour: air === undefined ? undefined : cubicMetresPerHour(air, settings.airExchangeUnit ?? ''),
  });
}

/** The on-board date says when the last container was loaded, not that the vessel has sailed: both dates stay planned. */
function seaLegOf(transports: TransportsTree, pointer: string): Leg {
  const first = firstSeaGoing(transports.vesselVoyages);
  return given({
    mode: 'sea',
    from: placeOf(transports.portOfLoading),
    to: placeOf(transports.portOfDischarge),
    departsAt: transports.plannedDepartureDate,
    departure: 'planned',
    arrivesAt: transports.plannedArrivalDate,
    arrival: 'planned',
    vessel: first?.vesselName,
    voyage: first?.carrierExportVoyageNumber,
    path: `${pointer}/transports`,
  });
}

/** The port of loading is where the first sea-going vessel takes the cargo; where a mother vessel takes over is not in the standard. */
const firstSeaGoing = (voyages: readonly VesselVoyageTree[]): VesselVoyageTree | undefined =>
  voyages.find(({ role }) => role === 'FIRST_SEA_GOING') ?? voyages[0];

/** A facility alone, or a point on the map, is no place that a record could name. */
function inlandPlace(location: LocationTree | undefined): Place | undefined {
  const place = location && placeOf({ ...location, ...given({ city: location.city ?? location.address }) });
  return place && (place.unLocode ?? place.countryCode ?? place.names[0]) !== undefined ? place : undefined;
}

const placeOf = ({ UNLocationCode, locationName, city }: LocationTree): Place => {
  const name = locationName ?? city?.city;
  return given({
    unLocode: UNLocationCode,
    names: name === undefined ? [] : [{ text: name }],
    countryCode: city?.countryCode,
  });
};
