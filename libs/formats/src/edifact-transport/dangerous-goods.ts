import type { DangerousGoods, TransportMode } from '#domain';
import { given } from '../mapping/given.js';
import type { Segment, SegmentGroup } from '../syntax/edifact.js';
import { OTHER_REGULATIONS, PACKING_GROUPS, REGULATIONS } from './code-lists.js';
import { withoutLeadingZeros } from '../syntax/edifact/temperatures.js';

/** One DGS group. Without 8273 the goods are declared under the list of the document's own mode. */
export function dangerousGoodsOf(group: SegmentGroup, mode: TransportMode): DangerousGoods {
  const dgs = group.opening;
  const notes = group.segments('FTX', 'AAC').flatMap((ftx) => ftx.texts(4, 1, 5));
  return given({
    unNumber: unNumberOf(dgs) ?? '',
    properShippingName: nameOf(group),
    ...hazardsOf(dgs),
    packingGroup: PACKING_GROUPS.get(dgs.code(5)),
    limitedQuantity: says(notes, 'LIMITED QUANTITY'),
    marinePollutant: says(notes, 'MARINE POLLUTANT'),
    emergencySchedule: emergencySchedule([dgs.text(6), ...notes]),
    chinaRailNumber: chinaRailNumber(notes),
    regulation: regulationOf(dgs, notes) ?? (mode === 'rail' ? 'RID' : 'IMDG'),
    flashpointCelsius: flashpointOf(dgs),
  });
}

/** The class, and each other one among the labels (C236) and in 8078. */
export function hazardsOf(dgs: Segment): Pick<DangerousGoods, 'hazardClass' | 'subsidiaryHazards'> {
  const hazardClass = dgs.given(2, 1);
  const others = new Set([...dgs.texts(10, 1, 3), ...(classesIn(dgs.text(2, 2)) ?? [])]);
  if (hazardClass !== undefined) others.delete(hazardClass);
  return given({ hazardClass, subsidiaryHazards: others.size > 0 ? [...others] : undefined });
}

/** 8078 as senders write several classes: `6.1/8`, `(8)`. Undefined for what is none: once it was a page of the IMDG Code. */
export function classesIn(text: string): string[] | undefined {
  const classes = text.split(/[\s,;/+()]+/).filter((one) => one !== '');
  return classes.every((one) => CLASS.test(one)) ? classes : undefined;
}

/** `3`, `6.1`, `1.4S`. */
const CLASS = /^([2-9]|1\.[1-6][A-S]?|[24-6]\.[1-3])$/;

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
