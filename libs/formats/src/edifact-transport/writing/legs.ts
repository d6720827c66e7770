import type { EndsOfCarriage, Leg, Place } from '#domain';
import { MODES } from '../code-lists.js';
import { dateTime } from './heading.js';
import { group, type WrittenGroup } from './message-tree.js';
import { codeFor, fitting } from './texts.js';

/** What comes before the first leg by sea is pre-carriage, what comes behind the last on-carriage; without the sea all is main carriage. */
export function stages(legs: readonly Leg[]): WrittenGroup[] {
  const first = legs.findIndex(({ mode }) => mode === 'sea');
  const last = legs.findLastIndex(({ mode }) => mode === 'sea');
  return legs.map((leg, index) => {
    if (first < 0 || (index >= first && index <= last)) return stage(leg, '20');
    return stage(leg, index < first ? '10' : '30');
  });
}

/** Receipt and delivery of the consignment, for the whole message. */
export const endsOfCarriage = ({ placeOfReceipt, placeOfDelivery }: EndsOfCarriage): WrittenGroup[] => [
  ...(placeOfReceipt ? [place('88', placeOfReceipt)] : []),
  ...(placeOfDelivery ? [place('7', placeOfDelivery)] : []),
];

function stage(leg: Leg, code: string): WrittenGroup {
  const isRail = leg.mode === 'rail';
  const journey = isRail ? leg.train : leg.voyage;
  const [departure, arrival] = isRail ? ['5', '8'] : ['9', '11'];
  return group(
    ['TDT', code, journey, codeFor(MODES, leg.mode), undefined, undefined, undefined, undefined, vessel(leg)],
    place(departure, leg.from, dateTime(leg.departure === 'actual' ? '186' : '133', leg.departsAt)),
    place(arrival, leg.to, dateTime(leg.arrival === 'actual' ? '178' : '132', leg.arrivesAt)),
  );
}

const vessel = ({ vessel: name, vesselImo }: Leg): readonly (string | undefined)[] | undefined => {
  if (vesselImo !== undefined) return [vesselImo, '146', '11', fitting(name, 35)];
  return name === undefined ? undefined : [undefined, undefined, undefined, fitting(name, 35)];
};

const place = (
  qualifier: string,
  { unLocode, stationCode, names: [name] }: Place,
  times: readonly WrittenGroup[] = [],
): WrittenGroup => {
  const text = fitting(name?.text, 256);
  const code = unLocode === undefined ? [undefined, undefined, undefined, text] : [unLocode, '139', '6', text];
  return group(['LOC', qualifier, code, stationCode], ...times);
};
