import { countryOf, type Leg, type OneDocument, type TransportDocument } from '#domain';
import { given } from '../../mapping/given.js';
import type { XmlMembers } from '../../syntax/write-xml.js';
import { MEANS_TYPES } from './code-lists.js';
import { dangerousGoodsContact, itemMembers, totals } from './goods.js';
import { carrierCode, partyMembers } from './parties.js';
import { customsTime } from './times.js';
import type { ManifestOrder } from './tree.types.js';

/** The elements of one consignment on one means of transport, in the order of `DECLARATION_RULES`. */
export function declarationOf(
  record: OneDocument,
  document: TransportDocument,
  leg: Leg,
  order: ManifestOrder,
): XmlMembers {
  const { customsOffice, agentId, transmitterId, mode, type } = order;
  const carrier = order.carrierId ?? carrierCode(document, mode);
  return given({
    DeclarationOfficeID: customsOffice,
    Agent: member('ID', agentId),
    BorderTransportMeans: given({
      JourneyID: mode === 'sea' ? leg.voyage : leg.train,
      TypeCode: MEANS_TYPES[mode],
      ID: leg.vesselImo,
      Name: leg.vessel,
    }),
    Carrier: member('ID', carrier),
    Consignment: consignment(record, document, order),
    LoadingLocation: given({
      ID: placeId(leg.from, customsOffice),
      LoadingDateTime: customsTime(leg.departsAt),
    }),
    RepresentativePerson: member('Name', transmitterId),
    UnloadingLocation: given({
      ArrivalDateTime: type === 'import' ? customsTime(leg.arrivesAt) : undefined,
      ID: placeId(leg.to, customsOffice),
    }),
  });
}

function consignment(record: OneDocument, document: TransportDocument, order: ManifestOrder): XmlMembers {
  const { volume, packages, grossMass } = totals(document);
  return given({
    GrossVolumeMeasure: volume,
    TotalPackageQuantity: packages,
    BorderTransportMeans: order.type === 'import' ? routing(record) : undefined,
    Consignee: partyMembers(document, 'consignee'),
    ConsignmentItem: document.goods.map((line) => itemMembers(line, record)),
    Consignor: partyMembers(document, 'consignor'),
    Freight: member('PaymentMethodCode', order.freightPayment),
    GovernmentAgencyGoodsItem: grossMass,
    GovernmentProcedure: member('CurrentCode', order.customsProcedure),
    NotifyParty: partyMembers(document, 'notify'),
    TransportContractDocument: given({ ConditionCode: order.transportTerms, ID: document.number }),
    TransportEquipment: document.containers.map(({ number }) => ({ ID: number })),
    UNDGContact: dangerousGoodsContact(document),
  });
}

const member = (name: string, value: string | undefined): XmlMembers | undefined =>
  value === undefined ? undefined : { [name]: value };

/** A place in China stands with its customs office: `CNQZH/7216`. */
const placeId = (place: Leg['from'], customsOffice: string | undefined): string | undefined =>
  place.unLocode === undefined || countryOf(place) !== 'CN' || customsOffice === undefined
    ? place.unLocode
    : `${place.unLocode}/${customsOffice}`;

/** The countries that the goods come through, in the order of the journey. */
function routing({ legs }: OneDocument): XmlMembers | undefined {
  const countries = legs.flatMap(({ from, to }) => [countryOf(from), countryOf(to)]);
  const abroad = new Set(countries.filter((country) => country !== undefined && country !== 'CN'));
  return { Itinerary: [...abroad].map((country) => ({ RoutingCountryCode: country })) };
}
