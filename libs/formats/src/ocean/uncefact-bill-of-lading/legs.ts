import type { Leg, TradeTime } from '#domain';
import { given } from '../../mapping/given.js';
import { placeOf } from '../../uncefact/places.js';
import { contentOf, first } from '../../uncefact/texts.js';
import { tradeTime } from '../../uncefact/times.js';
import type { BillConsignment, SeaMovement } from './tree.types.js';

/**
 * One leg for each main carriage movement. A pre-carriage is proved by its own document. The form's times are estimates: that the goods are on
 * board does not say that the vessel has sailed.
 */
export const legsOf = ({ mainCarriageLogisticsTransportMovement: movements }: BillConsignment): Leg[] =>
  (movements ?? []).map((movement, index) => ({
    mode: 'sea',
    from: placeOf(movement.loadingEvent?.occurrenceLogisticsLocation),
    to: placeOf(movement.unloadingEvent?.occurrenceLogisticsLocation),
    ...planned(movement),
    ...given({
      vessel: contentOf(movement.usedLogisticsTransportMeans?.name),
      vesselImo: contentOf(first(movement.usedLogisticsTransportMeans?.id)),
      voyage: contentOf(movement.id),
    }),
    path: `/specifiedConsignment/0/mainCarriageLogisticsTransportMovement/${index}`,
  }));

function planned(movement: SeaMovement) {
  const [departsAt, arrivesAt] = [departureOf(movement), arrivalOf(movement)];
  return given({
    departsAt,
    departure: departsAt === undefined ? undefined : ('planned' as const),
    arrivesAt,
    arrival: arrivesAt === undefined ? undefined : ('planned' as const),
  });
}

export const departureOf = ({ departureEvent }: SeaMovement): TradeTime | undefined =>
  timeOf(first(departureEvent)?.estimatedOccurrenceDateTime);

export const arrivalOf = ({ unloadingEvent }: SeaMovement): TradeTime | undefined =>
  timeOf(unloadingEvent?.estimatedOccurrenceDateTime);

const timeOf = (written: string | undefined): TradeTime | undefined =>
  written === undefined ? undefined : tradeTime(written);
