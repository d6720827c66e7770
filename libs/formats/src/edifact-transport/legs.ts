import type { DocumentKind, EndsOfCarriage, Leg, Place, TransportMode } from '#domain';
import { given } from '../mapping/given.js';
import type { Message, Segment, SegmentGroup } from '../syntax/edifact.js';
import { unLocodeOf } from '../syntax/edifact/locations.js';
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
import type { Stage, TransportMessage } from './transport-message.types.js';

/** The carriage that the document is for: the main one and, where it is for the whole journey, what comes before and behind it. */
export function stagesOf(
  message: Message,
  groups: readonly SegmentGroup[],
  kind: DocumentKind | undefined,
  mode: TransportMode,
): Stage[] {
  const isWhole = kind !== undefined && WHOLE_JOURNEY.has(kind);
  return groups.flatMap((group) => {
    const code = group.opening.text(1);
    if (MAIN_CARRIAGE.has(code)) return [stageOf(group, [group, message], mode, true)];
    if (!isWhole || !FEEDER_CARRIAGE.has(code)) return [];
    // Only the main carriage may run between the consignment's places; other stages have places of their own.
    const feeder = stageOf(group, [group], mode, false);
    return feeder.from && feeder.to ? [feeder] : [];
  });
}

function stageOf(group: SegmentGroup, holders: readonly SegmentGroup[], usual: TransportMode, isMain: boolean): Stage {
  const mode = MODES.get(group.opening.text(3, 1)) ?? usual;
  const isRail = mode === 'rail';
  const from = placeIn(holders, isRail ? RAIL_DEPARTURE_PLACES : DEPARTURE_PLACES);
  const to = placeIn(holders, isRail ? RAIL_ARRIVAL_PLACES : ARRIVAL_PLACES);
  return {
    group,
    isMain,
    mode,
    from,
    to,
    departure: firstTime([from, group], DEPARTURE_TIMES),
    arrival: firstTime([to, group], ARRIVAL_TIMES),
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

/** The checks have seen to it that both ends are named. */
export function legOf({ group, mode, from, to, departure, arrival }: Stage): Leg {
  const tdt = group.opening;
  const means = mode === 'rail' ? { train: tdt.given(2) } : { ...vesselOf(tdt), voyage: tdt.given(2) };
  return given({
    mode,
    from: placeOf(from as SegmentGroup),
    to: placeOf(to as SegmentGroup),
    departsAt: departure?.time,
    departure: departure?.certainty,
    arrivesAt: arrival?.time,
    arrival: arrival?.certainty,
    ...means,
    path: tdt.path(),
  });
}

/** 8213 is a ship's number of the IMO (kept by Lloyd's Register, 3055: 11) or a call sign, which the record does not hold. */
function vesselOf(tdt: Segment): { readonly vessel?: string | undefined; readonly vesselImo?: string | undefined } {
  const id = tdt.text(8, 1);
  return { vessel: tdt.given(8, 4), vesselImo: /^\d{7}$/.test(id) ? id : undefined };
}

/** Receipt and delivery of the consignment, told with the main carriage or for the whole message. By rail they may be the leg's own ends. */
export function endsOfCarriage({ message, stages, mode }: TransportMessage): EndsOfCarriage {
  if (mode === 'rail') return {};
  const holders = [...stages.filter(({ isMain }) => isMain).map(({ group }) => group), message];
  const [receipt, delivery] = [placeIn(holders, ['88']), placeIn(holders, ['7'])];
  return given({ placeOfReceipt: receipt && placeOf(receipt), placeOfDelivery: delivery && placeOf(delivery) });
}

/** UN/LOCODE when its keeper is UN/ECE or nobody; another keeper's code, or that of the related place, is a station's. */
function placeOf({ opening: loc }: SegmentGroup): Place {
  const code = loc.given(2, 1);
  const unLocode = unLocodeOf(loc);
  const name = loc.given(2, 4);
  return given({
    unLocode,
    stationCode: loc.given(3, 1) ?? (unLocode === undefined ? code : undefined),
    names: name === undefined ? [] : [{ text: name }],
  });
}
