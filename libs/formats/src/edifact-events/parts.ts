import {
  hasValidCheckDigit,
  normaliseContainerNumber,
  type EventEquipment,
  type MeansOfTransport,
  type Place,
  type Reference,
  type TradeTime,
} from '#domain';
import { given } from '../mapping/given.js';
import type { Segment, SegmentGroup } from '../syntax/edifact.js';
import { unLocodeOf } from '../syntax/edifact/locations.js';
import { tradeTimeOf } from '../syntax/edifact/trade-time.js';
import { LOADS, MODES, OTHER_MATTERS, REFERENCE_TYPES } from './code-lists.js';

/** Segments of a group: its own (D.95B), and those that open groups in it (D.00B). */
export const segmentsIn = (group: SegmentGroup | undefined, tag: string, qualifier?: string): Segment[] =>
  group
    ? [...group.segments(tag, qualifier), ...group.groups(tag, qualifier).map(({ opening }) => opening)].filter(
        (segment) => segment.index !== group.opening.index,
      )
    : [];

/** The first segment with one of these qualifiers, in the order of the qualifiers, then of the groups. */
export function firstOf(
  groups: readonly (SegmentGroup | undefined)[],
  tag: string,
  qualifiers: readonly string[],
): Segment | undefined {
  for (const qualifier of qualifiers) {
    for (const group of groups) {
      const [segment] = segmentsIn(group, tag, qualifier);
      if (segment) return segment;
    }
  }
  return undefined;
}

/** The first DTM with one of these qualifiers that says a real time. */
export function firstTime(
  groups: readonly (SegmentGroup | undefined)[],
  qualifiers: readonly string[],
): { readonly time: TradeTime; readonly qualifier: string; readonly dtm: Segment } | undefined {
  for (const qualifier of qualifiers) {
    const dtm = firstOf(groups, 'DTM', [qualifier]);
    const time = dtm && tradeTimeOf(dtm);
    if (dtm && time !== undefined) return { time, qualifier, dtm };
  }
  return undefined;
}

/** UN/LOCODE when its keeper is UN/ECE or nobody; the name where there is one. */
export function placeOf(loc: Segment | undefined): Place | undefined {
  const code = loc?.given(2, 1);
  const name = loc?.given(2, 4);
  if (!loc || (code === undefined && name === undefined)) return undefined;
  const unLocode = unLocodeOf(loc);
  return given({
    unLocode,
    stationCode: unLocode === undefined ? code : undefined,
    names: name === undefined ? [] : [{ text: name }],
  });
}

/** C519: the terminal or depot at the place. */
export const facilityOf = (loc: Segment | undefined): string | undefined => loc?.given(3, 1) ?? loc?.given(3, 4);

/** None where it is not said which container. */
export function equipmentOf(group: SegmentGroup): EventEquipment | undefined {
  const number = normaliseContainerNumber(group.opening.text(2, 1));
  if (number === '') return undefined;
  return given({
    number,
    checkDigitValid: hasValidCheckDigit(number),
    sizeType: group.opening.given(3, 1),
    load: LOADS.get(group.opening.text(6)),
    seals: group.segments('SEL').flatMap((seal) => seal.given(1) ?? []),
  });
}

/** C222 is a ship's number and name, a lorry's plate or a wagon's number; 8028 a voyage or a train. */
export function meansOf(tdt: Segment | undefined): MeansOfTransport | undefined {
  if (!tdt) return undefined;
  const mode = MODES.get(tdt.text(3, 1));
  const means = given({ mode, ...(mode === 'rail' || mode === 'road' ? onLand(tdt, mode) : byShip(tdt)) });
  return Object.keys(means).length > 0 ? means : undefined;
}

function onLand(tdt: Segment, mode: 'rail' | 'road') {
  const own = tdt.given(8, 1) ?? tdt.given(8, 4);
  return mode === 'rail' ? { train: tdt.given(2), wagon: own } : { vehicle: own };
}

const CALL_SIGN = '103';

function byShip(tdt: Segment) {
  const id = tdt.text(8, 1);
  const isImoNumber = /^\d{7}$/.test(id) && tdt.text(8, 2) !== CALL_SIGN;
  return { vessel: tdt.given(8, 4), vesselImo: isImoNumber ? id : undefined, voyage: tdt.given(2) };
}

export function referencesOf(segments: readonly Segment[]): Reference[] {
  const stated = segments.flatMap((rff): Reference[] => {
    const [type, value] = [rff.code(1, 1), rff.given(1, 2)];
    if (value === undefined || OTHER_MATTERS.has(type)) return [];
    return [{ type: REFERENCE_TYPES.get(type) ?? 'other', value }];
  });
  return [...new Map(stated.map((one) => [`${one.type} ${one.value}`, one])).values()];
}

/** FTX: the lines of each are one text. */
export function remarksOf(group: SegmentGroup): { readonly text: string }[] | undefined {
  const remarks = group
    .segments('FTX')
    .map((ftx) => ftx.joined(4, 1, 5))
    .filter((text) => text !== '');
  return remarks.length > 0 ? remarks.map((text) => ({ text })) : undefined;
}
