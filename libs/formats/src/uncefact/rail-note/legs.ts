import type { Leg, TradeTime } from '#domain';
import { given } from '../../mapping/given.js';
import { placeOf } from '../places.js';
import { contentOf, first } from '../texts.js';
import { tradeTime } from '../times.js';
import type { NoteConsignment, TransportMovement } from './tree.types.js';

/** One leg for each main carriage movement: the note leaves no place for a date but the first departure and the arrivals. */
export const legsOf = (consignment: NoteConsignment): Leg[] =>
  (consignment.mainCarriageLogisticsTransportMovement ?? []).map(({ id, departureEvent, arrivalEvent }, index) => {
    const departsAt = index === 0 ? acceptedAt(consignment) : undefined;
    const arrivesAt = arrivedAt(arrivalEvent);
    return {
      mode: 'rail',
      from: placeOf(departureEvent?.[0]?.occurrenceLogisticsLocation),
      to: placeOf(arrivalEvent?.[0]?.occurrenceLogisticsLocation),
      ...given({
        departsAt,
        departure: departsAt === undefined ? undefined : ('actual' as const),
        arrivesAt,
        arrival: arrivesAt === undefined ? undefined : ('actual' as const),
        train: contentOf(id),
      }),
      path: `/specifiedConsignment/0/mainCarriageLogisticsTransportMovement/${index}`,
    };
  });

/** The day the contract of carriage is concluded. */
export const acceptedAt = ({ carrierAcceptanceDateTime: written }: NoteConsignment): TradeTime | undefined =>
  written === undefined ? undefined : tradeTime(written);

export const arrivedAt = (events: TransportMovement['arrivalEvent']): TradeTime | undefined => {
  const written = first(events)?.actualOccurrenceDateTime;
  return written === undefined ? undefined : tradeTime(written);
};
