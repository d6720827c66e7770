import { isNamed } from '../../uncefact/places.js';
import type { CimSmgsConsignment, CimSmgsNote } from './tree.types.js';

/** The note with its departure station named: where the first departure has none, it is the place of acceptance. */
export const withDeparture = (note: CimSmgsNote): CimSmgsNote => ({
  ...note,
  ...(note.specifiedConsignment && { specifiedConsignment: note.specifiedConsignment.map(departingWhereAccepted) }),
});

function departingWhereAccepted(consignment: CimSmgsConsignment): CimSmgsConsignment {
  const [first, ...others] = consignment.mainCarriageLogisticsTransportMovement ?? [];
  const accepted = consignment.carrierAcceptanceLogisticsLocation;
  if (!first || !accepted || isNamed(first.departureEvent?.[0]?.occurrenceLogisticsLocation)) return consignment;
  const departureEvent = [{ ...first.departureEvent?.[0], occurrenceLogisticsLocation: accepted }];
  return { ...consignment, mainCarriageLogisticsTransportMovement: [{ ...first, departureEvent }, ...others] };
}
