import type { Container, Place, ReeferSettings, TransportDocument } from '#domain';
import { given } from '../../../mapping/given.js';
import type { EquipmentTree, LocationTree, TransportsTree } from '../tree.types.js';
import { itemBlock } from './goods.js';
import { listed } from './listed.js';
import { contactsAt, documentParties } from './parties.js';
import { line } from './line.js';

/** What the standard requires of every document and no record holds. */
const NOT_STATED = {
  isShippedOnBoardType: true,
  isElectronic: false,
  termsAndConditions: '',
  receiptTypeAtOrigin: 'CY',
  deliveryTypeAtDestination: 'CY',
  cargoMovementTypeAtOrigin: 'FCL',
  cargoMovementTypeAtDestination: 'FCL',
  invoicePayableAt: { freeText: '' },
} as const;

/** A record's part in the standard's members. Decimals are text here, as in every tree of ours. */
export function documentBlock(part: TransportDocument): object {
  const [booking] = referencesOf(part, 'booking');
  const [contract] = referencesOf(part, 'contract');
  const carrier = part.parties.find(({ role }) => role === 'seaCarrier');
  return given({
    ...NOT_STATED,
    transportDocumentReference: part.number,
    transportDocumentSubReference: part.version,
    transportDocumentTypeCode: part.kind === 'seaWaybill' ? 'SWB' : 'BOL',
    transportDocumentStatus: part.issuedAt === undefined ? 'DRAFT' : 'ISSUED',
    issueDate: part.issuedAt?.slice(0, DAY),
    isToOrder: isToOrder(part),
    ...carrierCode(carrier),
    serviceContractReference: contract,
    partyContactDetails: contactsAt(carrier) ?? [{ name: '-', phone: '-' }],
    transports: transportsBlock(part),
    documentParties: documentParties(part.parties, isToOrder(part)),
    consignmentItems: part.goods.map((item) => itemBlock(item, booking)),
    utilizedTransportEquipments: part.containers.map(equipmentBlock),
    references: listed([
      ...referencesOf(part, 'order').map((value) => ({ type: 'SPO', value })),
      ...referencesOf(part, 'other').map((value) => ({ type: 'CR', value })),
    ]),
  });
}

/** `2026-11-12`: the standard's dates are days. */
const DAY = 10;

const referencesOf = ({ references }: TransportDocument, type: string): string[] =>
  references.filter((reference) => reference.type === type).map(({ value }) => value);

/** A bill that names nobody, or whom the goods are to the order of. */
const isToOrder = ({ kind, parties }: TransportDocument): boolean => {
  const consignee = parties.find(({ role }) => role === 'consignee');
  return kind === 'billOfLading' && (consignee?.names.some(({ text }) => /^to (the )?order\b/i.test(text)) ?? false);
};

/** The code by which the carrier is in one of the standard's two lists. */
function carrierCode(carrier: TransportDocument['parties'][number] | undefined) {
  const known = carrier?.codes.find(({ scheme }) => scheme === 'SMDG' || scheme === 'NMFTA');
  return given({ carrierCode: known?.code, carrierCodeListProvider: known?.scheme });
}

/** One journey by sea, from its first port to its last. */
function transportsBlock({ legs, placeOfReceipt, placeOfDelivery }: TransportDocument): Partial<TransportsTree> {
  const [first] = legs;
  const last = legs.at(-1);
  return given({
    plannedDepartureDate: first?.departsAt?.slice(0, DAY),
    plannedArrivalDate: last?.arrivesAt?.slice(0, DAY),
    placeOfReceipt: placeOfReceipt && locationBlock(placeOfReceipt),
    placeOfDelivery: placeOfDelivery && locationBlock(placeOfDelivery),
    portOfLoading: first && locationBlock(first.from),
    portOfDischarge: last && locationBlock(last.to),
    vesselVoyages: legs.map(({ vessel, voyage }) => ({
      vesselName: line(vessel ?? '-', 50),
      carrierExportVoyageNumber: line(voyage ?? '-', 50),
    })),
  });
}

const locationBlock = ({ unLocode, names: [name], countryCode }: Place): LocationTree =>
  given({
    UNLocationCode: unLocode,
    locationName: name && line(name.text, 100),
    city: name && countryCode !== undefined ? { city: line(name.text, 35), countryCode } : undefined,
  });

/** The standard wants a seal on every container; one without a number says that there is none to tell. */
const equipmentBlock = ({
  number,
  sizeType,
  tareKg,
  seals,
  reeferSettings,
}: Container): EquipmentTree & { isShipperOwned: boolean } => ({
  equipment: given({
    equipmentReference: number,
    ISOEquipmentCode: sizeType,
    tareWeight: tareKg === undefined ? undefined : { value: tareKg, unit: 'KGM' },
  }),
  isShipperOwned: false,
  seals: seals.length > 0 ? seals.map((seal) => ({ number: seal })) : [{ number: '' }],
  ...(reeferSettings && reeferBlock(reeferSettings)),
});

/** A reefer is to be run where it is said how; the standard has no range of temperatures. */
function reeferBlock(settings: ReeferSettings): Pick<EquipmentTree, 'isNonOperatingReefer' | 'activeReeferSettings'> {
  const { nonOperating, setPoint, humidityPercent, airExchangeM3PerHour } = settings;
  if (nonOperating === true) return { isNonOperatingReefer: true };
  const activeReeferSettings = given({
    temperatureSetpoint: setPoint?.value,
    temperatureUnit: setPoint?.unit,
    humiditySetpoint: humidityPercent,
    airExchangeSetpoint: airExchangeM3PerHour,
    airExchangeUnit: airExchangeM3PerHour === undefined ? undefined : 'MQH',
  });
  return { isNonOperatingReefer: false, activeReeferSettings };
}
