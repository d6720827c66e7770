import type { Leg, Place, TradeTime } from '#domain';
import { UNECE } from './code-lists.js';
import { given } from '../../given.js';
import { contentOf, first, localTexts } from './texts.js';
import { tradeTime } from './times.js';
import type { Identifier, LogisticsLocation, SmgsConsignment, TransportMovement } from './tree.types.js';

/** One leg for each main carriage movement: the note leaves no place for a date but the first departure (box 26) and the arrivals. */
export const legsOf = (consignment: SmgsConsignment): Leg[] =>
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

/** Box 26, the day the contract of carriage is concluded. */
export const acceptedAt = ({ carrierAcceptanceDateTime: written }: SmgsConsignment): TradeTime | undefined =>
  written === undefined ? undefined : tradeTime(written);

/** Box 27. */
export const arrivedAt = (events: TransportMovement['arrivalEvent']): TradeTime | undefined => {
  const written = first(events)?.actualOccurrenceDateTime;
  return written === undefined ? undefined : tradeTime(written);
};

function placeOf(location: LogisticsLocation = {}): Place {
  const identifier = first(location.id);
  const isLocode = identifier !== undefined && isUnLocode(identifier);
  const ownCode = contentOf(identifier);
  return {
    names: localTexts(location.name),
    ...given({
      unLocode: isLocode ? ownCode : undefined,
      stationCode: contentOf(first(location.subordinateLocation)?.id) ?? (isLocode ? undefined : ownCode),
      countryCode: contentOf(location.countryId),
    }),
  };
}

/** Two letters for the country, three letters or digits 2–9 for the place: no station code looks like that. */
const UN_LOCODE = /^[A-Z]{2}[A-Z2-9]{3}$/;

const isUnLocode = ({ content, schemeAgencyId }: Identifier): boolean =>
  (schemeAgencyId === undefined || schemeAgencyId === UNECE) && UN_LOCODE.test(content);

/** Whether the sender calls it a UN/LOCODE and it cannot be one. */
export const isBrokenLocode = ({ content, schemeAgencyId }: Identifier): boolean =>
  schemeAgencyId === UNECE && !UN_LOCODE.test(content);

/** Whether anything says which place it is. */
export const isNamed = (location: LogisticsLocation | undefined): boolean => {
  const { names, unLocode, stationCode } = placeOf(location);
  return names.length > 0 || unLocode !== undefined || stationCode !== undefined;
};
