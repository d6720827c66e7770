import type { Leg, Place } from '#domain';
import { given } from '../../mapping/given.js';
import { namesOf } from './names.js';
import type { RailWaybill, Station } from './tree.types.js';

/** The one leg of the waybill, from the dispatch to the arrival station. */
export const legOf = (waybill: RailWaybill): Leg =>
  given({
    mode: 'rail',
    from: placeOf(waybill.DispatchStation),
    to: placeOf(waybill.ArrivalStation),
    ...departureOf(waybill),
    ...arrivalOf(waybill),
    train: waybill.Transport?.TrainNumber,
    path: waybill.path,
  });

/** Until the train is reported gone, its departure is the planned one, or else the time the carrier accepted the goods (承运时间). */
function departureOf({
  Document: { AcceptanceTime },
  Transport: transport,
}: RailWaybill): Pick<Leg, 'departsAt' | 'departure'> {
  if (transport?.ActualDepartureTime !== undefined)
    return { departsAt: transport.ActualDepartureTime, departure: 'actual' };
  const departsAt = transport?.PlannedDepartureTime ?? AcceptanceTime;
  return departsAt === undefined ? {} : { departsAt, departure: 'planned' };
}

function arrivalOf({ Transport: transport }: RailWaybill): Pick<Leg, 'arrivesAt' | 'arrival'> {
  if (transport?.ActualArrivalTime !== undefined) return { arrivesAt: transport.ActualArrivalTime, arrival: 'actual' };
  const arrivesAt = transport?.PlannedArrivalTime;
  return arrivesAt === undefined ? {} : { arrivesAt, arrival: 'planned' };
}

/** The waybill is of China's domestic carriage, so a station that is not coded as a place is in China. */
const placeOf = (station: Station): Place =>
  given({
    unLocode: station.UnLocode,
    stationCode: station.TmisCode ?? station.TelegraphCode,
    names: namesOf(station),
    countryCode: station.UnLocode === undefined ? 'CN' : undefined,
  });
