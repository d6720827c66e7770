import type { DangerousGoods, TransportMode } from '#domain';
import { given } from '../mapping/given.js';
import type { Segment, SegmentGroup } from '../syntax/edifact.js';
import { OTHER_REGULATIONS, PACKING_GROUPS, REGULATIONS } from './code-lists.js';
import { withoutLeadingZeros } from '../syntax/edifact/temperatures.js';

/** One DGS group. Without 8273 the goods are declared under the list of the document's own mode. */
export function dangerousGoodsOf(group: SegmentGroup, mode: TransportMode): DangerousGoods {
  const dgs = group.opening;
  const notes = group.segments('FTX', 'AAC').flatMap((ftx) => ftx.texts(4, 1, 5));
  const hazardClass = dgs.given(2, 1);
  const labels = [1, 2, 3].flatMap((component) => dgs.given(10, component) ?? []).filter((one) => one !== hazardClass);
  return given({
    unNumber: unNumberOf(dgs) ?? '',
    properShippingName: nameOf(group),
    hazardClass,
    subsidiaryHazards: labels.length > 0 ? labels : undefined,
    packingGroup: PACKING_GROUPS.get(dgs.code(5)),
    limitedQuantity: says(notes, 'LIMITED QUANTITY'),
    marinePollutant: says(notes, 'MARINE POLLUTANT'),
    emergencySchedule: emergencySchedule([dgs.text(6), ...notes]),
    chinaRailNumber: chinaRailNumber(notes),
    regulation: regulationOf(dgs, notes) ?? (mode === 'rail' ? 'RID' : 'IMDG'),
    flashpointCelsius: flashpointOf(dgs),
  });
}

export const unNumberOf = (dgs: Segment): string | undefined =>
  /^\d{4}$/.test(dgs.text(3, 1)) ? dgs.text(3, 1) : undefined;

/** FTX+AAD holds the technical name. */
function nameOf(group: SegmentGroup): string | undefined {
  const lines = group.segments('FTX', 'AAD').flatMap((ftx) => ftx.texts(4, 1, 5));
  return lines.length > 0 ? lines.join(' ') : undefined;
}

/** A note that says just this; in a sentence it may be denied. */
const says = (notes: readonly string[], statement: string): true | undefined =>
  notes.some((note) => note.toUpperCase() === statement) ? true : undefined;

const regulationOf = (dgs: Segment, notes: readonly string[]): DangerousGoods['regulation'] | undefined =>
  REGULATIONS.get(dgs.code(1)) ?? [...OTHER_REGULATIONS].find(([statement]) => says(notes, statement))?.[1];

/** 铁危编号: `CHINA RAIL NUMBER 32198`. */
function chinaRailNumber(notes: readonly string[]): string | undefined {
  for (const note of notes) {
    const [, number] = /^CHINA RAIL NUMBER (\d{5})$/.exec(note.toUpperCase()) ?? [];
    if (number !== undefined) return number;
  }
  return undefined;
}

/** `F-E,S-D`, in 8364 (`F-ES-D`) or in FTX+AAC: `EMS: F-E, S-D`. */
function emergencySchedule(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const [, fire, spillage] = /\b(F-[A-J]),?\s*(S-[A-Z])\b/.exec(text.toUpperCase()) ?? [];
    if (fire !== undefined) return `${fire},${spillage}`;
  }
  return undefined;
}

/** 7106 has three digits, sign aside: `027` is 27. Fahrenheit is left to the checks. */
function flashpointOf(dgs: Segment): string | undefined {
  const value = dgs.decimal(4, 1);
  return dgs.code(4, 2) === 'CEL' ? value && withoutLeadingZeros(value) : undefined;
}
