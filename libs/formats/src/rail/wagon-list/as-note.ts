import { isContainerNumber, normaliseContainerNumber } from '#domain';
import { given } from '../../mapping/given.js';
import type { TransportEquipment } from '../../uncefact/building-blocks.types.js';
import { CONTAINER, RAIL_WAGON } from '../../uncefact/code-lists.js';
import type { NoteConsignment, RailNote } from '../../uncefact/rail-note/tree.types.js';
import { TRANSPORT_DOCUMENT } from './code-lists.js';
import type { ListedConsignment, WagonList } from './tree.types.js';

/** The list in the members of a consignment note, of which it is an excerpt: the note's number is another document's, the stations are those of one movement. */
export const asNote = ({ exchangedDocument = {}, specifiedConsignment }: WagonList): RailNote => ({
  exchangedDocument: {
    ...exchangedDocument,
    referenceReferencedDocument: (specifiedConsignment?.[0]?.id ?? []).map((id) => ({
      id: [id],
      referenceTypeCode: { content: TRANSPORT_DOCUMENT },
    })),
  },
  ...given({ specifiedConsignment: specifiedConsignment?.map(consignmentOf) }),
});

function consignmentOf({
  id: _noteNumber,
  carrierAcceptanceLogisticsLocation: from,
  deliveryEvent,
  utilizedLogisticsTransportEquipment: listed,
  ...consignment
}: ListedConsignment): NoteConsignment {
  const departure = given({ occurrenceLogisticsLocation: from });
  const arrival = given({ occurrenceLogisticsLocation: deliveryEvent?.occurrenceLogisticsLocation });
  return {
    ...consignment,
    mainCarriageLogisticsTransportMovement: [{ departureEvent: [departure], arrivalEvent: [arrival] }],
    ...given({ utilizedLogisticsTransportEquipment: listed?.map(withKind) }),
  };
}

/** The list has no categories: what has no container number is a wagon. */
const withKind = (equipment: TransportEquipment): TransportEquipment => {
  const isContainer = isContainerNumber(normaliseContainerNumber(equipment.id?.content ?? ''));
  return { ...equipment, categoryCode: { content: isContainer ? CONTAINER : RAIL_WAGON } };
};

const MOVEMENT = '/specifiedConsignment/0/mainCarriageLogisticsTransportMovement/0';

/** A place in the note as the place in the list that it came from. */
export const placeInList = (path: string): string =>
  path
    .replace(
      `${MOVEMENT}/departureEvent/0/occurrenceLogisticsLocation`,
      '/specifiedConsignment/0/carrierAcceptanceLogisticsLocation',
    )
    .replace(`${MOVEMENT}/departureEvent`, '/specifiedConsignment/0/carrierAcceptanceLogisticsLocation')
    .replace(`${MOVEMENT}/arrivalEvent/0`, '/specifiedConsignment/0/deliveryEvent')
    .replace(`${MOVEMENT}/arrivalEvent`, '/specifiedConsignment/0/deliveryEvent');
