import { instantOf, isRealTime, type Finding } from '#domain';
import { error } from './findings.js';
import type { RailWaybill, Transport } from './tree.types.js';

/** Days that are not in the calendar, hours that are not on the clock, and an arrival before its departure. */
export function checkTimes({ Document: document, Transport: transport }: RailWaybill): Finding[] {
  return [
    ...unreal(document, ['IssueTime', 'AcceptanceTime']),
    ...(transport
      ? unreal(transport, ['PlannedDepartureTime', 'ActualDepartureTime', 'PlannedArrivalTime', 'ActualArrivalTime'])
      : []),
    ...(transport ? arrivals(transport) : []),
  ];
}

function unreal<Name extends string>(
  record: { readonly [name in Name]?: string } & { readonly path: string },
  names: readonly Name[],
): Finding[] {
  return names.flatMap((name) => {
    const time: string | undefined = record[name];
    return time === undefined || isRealTime(time) ? [] : [impossibleTime(`${record.path}/${name}`)];
  });
}

/** Plans are compared with plans and facts with facts: a late train leaves after its planned arrival, and nothing is wrong with that. */
function arrivals(transport: Transport): Finding[] {
  const { PlannedDepartureTime, PlannedArrivalTime, ActualDepartureTime, ActualArrivalTime, path } = transport;
  return [
    ...(isBefore(PlannedArrivalTime, PlannedDepartureTime)
      ? [arrivalBeforeDeparture(`${path}/PlannedArrivalTime`)]
      : []),
    ...(isBefore(ActualArrivalTime, ActualDepartureTime) ? [arrivalBeforeDeparture(`${path}/ActualArrivalTime`)] : []),
  ];
}

/** Certainly before: a day alone may mean any hour of it, in any zone. */
function isBefore(arrival: string | undefined, departure: string | undefined): boolean {
  const [arrived, departed] = [instantOf(arrival), instantOf(departure)];
  if (arrived === undefined || departed === undefined) return false;
  const slack = isDayOnly(arrival) || isDayOnly(departure) ? ONE_DAY : 0;
  return arrived + slack < departed;
}

const ONE_DAY = 24 * 60 * 60 * 1000;

const isDayOnly = (time: string | undefined): boolean => time !== undefined && !time.includes('T');

const impossibleTime = (path: string): Finding =>
  error({
    code: 'SCHEMA.DATE',
    path,
    en: 'There is no such day or time. Correct it and write it as in ISO 8601, for example 2026-11-08T09:20:00+08:00.',
    zh: '该日期或时间不存在。请改正，并按 ISO 8601 书写，例如 2026-11-08T09:20:00+08:00。',
    rule: 'ISO 8601-1:2019 §5',
  });

const arrivalBeforeDeparture = (path: string): Finding =>
  error({
    code: 'CHINA_RAIL.ARRIVAL_BEFORE_DEPARTURE',
    path,
    en: 'The arrival lies before the departure. Correct one of the two times.',
    zh: '到达时间早于发车时间。请改正其中一个时间。',
  });
