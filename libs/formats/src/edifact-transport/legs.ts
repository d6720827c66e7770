import type { Leg, Place, TransportMode } from '#domain';
import { given } from '../given.js';
import type { Segment, SegmentGroup } from '../syntax/edifact.js';
import {
  ARRIVAL_PLACES,
  ARRIVAL_TIMES,
  DEPARTURE_PLACES,
  DEPARTURE_TIMES,
  FEEDER_CARRIAGE,
  MAIN_CARRIAGE,
  MODES,
  RAIL_ARRIVAL_PLACES,
  RAIL_DEPARTURE_PLACES,
  WHOLE_JOURNEY,
} from './code-lists.js';
import { firstTime } from './times.js';
import type { TransportMessage } from './transport-message.types.js';

/** A stage of the carriage with the places it runs between. */
export interface Stage {
  readonly group: SegmentGroup;
  readonly isMain: boolean;
  readonly mode: TransportMode;
  readonly from: SegmentGroup | undefined;
  readonly to: SegmentGroup | undefined;
}

/** The carriage that the document is for: the main one and, where it is for the whole journey, what comes before and behind it. */
export const stagesOf = (document: TransportMessage): Stage[] =>
  document.stages.flatMap((group) => {
    const stage = group.opening.text(1);
    if (MAIN_CARRIAGE.has(stage)) return [stageOf(group, document, true)];
    const isFeeder = FEEDER_CARRIAGE.has(stage) && document.kind !== undefined && WHOLE_JOURNEY.has(document.kind);
    const feeder = isFeeder ? stageOf(group, document, false) : undefined;
    return feeder?.from && feeder.to ? [feeder] : [];
  });

/** The main carriage may run between the consignment's places; other stages have places of their own. */
function stageOf(group: SegmentGroup, { message, mode }: TransportMessage, isMain: boolean): Stage {
  const own = MODES.get(group.opening.text(3, 1)) ?? mode;
  const isRail = own === 'rail';
  const holders = isMain ? [group, message] : [group];
  return {
    group,
    isMain,
    mode: own,
    from: placeIn(holders, isRail ? RAIL_DEPARTURE_PLACES : DEPARTURE_PLACES),
    to: placeIn(holders, isRail ? RAIL_ARRIVAL_PLACES : ARRIVAL_PLACES),
  };
}

function placeIn(holders: readonly SegmentGroup[], codes: readonly string[]): SegmentGroup | undefined {
  for (const holder of holders) {
    for (const code of codes) {
      const place = holder.group('LOC', code);
      if (place) return place;
    }
  }
  return undefined;
}

export const departureOf = ({ group, from }: Stage) => firstTime([from, group], DEPARTURE_TIMES);
export const arrivalOf = ({ group, to }: Stage) => firstTime([to, group], ARRIVAL_TIMES);

/** The checks have seen to it that both ends are named. */
export function legOf(stage: Stage): Leg {
  const { group, mode, from, to } = stage;
  const tdt = group.opening;
  const departure = departureOf(stage);
  const arrival = arrivalOf(stage);
  const means = mode === 'rail' ? { train: tdt.given(2) } : { ...vesselOf(tdt), voyage: tdt.given(2) };
  return given({
    mode,
    from: placeOf(from as SegmentGroup),
    to: placeOf(to as SegmentGroup),
    departsAt: departure?.time,
    departure: departure?.code[1],
    arrivesAt: arrival?.time,
    arrival: arrival?.code[1],
    ...means,
    path: tdt.path(),
  });
}

/** 8213 is a ship's number of the IMO (kept by Lloyd's Register, 3055: 11) or a call sign, which the record does not hold. */
function vesselOf(tdt: Segment): { readonly vessel?: string | undefined; readonly vesselImo?: string | undefined } {
  const id = tdt.text(8, 1);
  return { vessel: tdt.given(8, 4), vesselImo: /^\d{7}$/.test(id) ? id : undefined };
}

/** UN/LOCODE when its keeper is UN/ECE or nobody; another keeper's code, or that of the related place, is a station's. */
function placeOf({ opening: loc }: SegmentGroup): Place {
  const code = loc.given(2, 1);
  const isUnLocode = /^[A-Z]{2}[A-Z2-9]{3}$/.test(code ?? '') && ['', '6'].includes(loc.text(2, 3));
  const name = loc.given(2, 4);
  return given({
    unLocode: isUnLocode ? code : undefined,
    stationCode: loc.given(3, 1) ?? (isUnLocode ? undefined : code),
    names: name === undefined ? [] : [{ text: name }],
  });
}
