import { instantOf, type Finding } from '#domain';
import { error } from '../findings.js';
import type { Stage, TransportMessage } from './transport-message.types.js';

/** A stage of the main carriage, with both its ends, and no stage that arrives before it departs. */
export function checkCarriage({ stages, beginning }: TransportMessage): Finding[] {
  if (!stages.some(({ isMain }) => isMain)) return [noMainCarriage(beginning.path())];
  return stages.flatMap((stage) => [...checkEnds(stage), ...checkOrder(stage)]);
}

function checkEnds({ group, from, to }: Stage): Finding[] {
  const path = group.opening.path();
  const findings: Finding[] = [];
  if (!isNamed(from)) findings.push(noPlace(from?.opening.path(2) ?? path, 'LOC+9', '起运'));
  if (!isNamed(to)) findings.push(noPlace(to?.opening.path(2) ?? path, 'LOC+11', '到达'));
  return findings;
}

const isNamed = (place: Stage['from']): boolean =>
  place !== undefined && (place.opening.given(2, 1) ?? place.opening.given(2, 4)) !== undefined;

/** A day given without hours can be a day off; times of two places without time zones too. */
const SLACK_MS = 36 * 3_600_000;

function checkOrder({ departure, arrival }: Stage): Finding[] {
  const [departed, arrived] = [instantOf(departure?.time), instantOf(arrival?.time)];
  if (!arrival || departed === undefined || arrived === undefined || arrived + SLACK_MS >= departed) return [];
  return [arrivalBeforeDeparture(arrival.segment.path(1, 2))];
}

const noMainCarriage = (path: string): Finding =>
  error({
    code: 'MESSAGE.NO_CARRIAGE',
    path,
    en: 'No main carriage is named. Add TDT+20 with the places of loading and discharge.',
    zh: '未填写主运输段。请补充 TDT+20 及装货地和卸货地。',
    rule: 'UN/EDIFACT 8051',
  });

const noPlace = (path: string, segment: string, end: string): Finding =>
  error({
    code: 'MESSAGE.NO_PLACE',
    path,
    en: `The main carriage needs both its places. Add ${segment} with a UN/LOCODE or a name.`,
    zh: `主运输段缺少${end}地。请补充 ${segment}，填写 UN/LOCODE 或地名。`,
    rule: 'UN/EDIFACT 3227',
  });

const arrivalBeforeDeparture = (path: string): Finding =>
  error({
    code: 'MESSAGE.ARRIVAL_BEFORE_DEPARTURE',
    path,
    en: 'The arrival is before the departure. Correct one of the two times.',
    zh: '到达时间早于出发时间。请更正其中一个时间。',
    rule: 'UN/EDIFACT 2005',
  });
