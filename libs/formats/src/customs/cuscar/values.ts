import { isRealTime, type DecimalText, type TradeTime } from '#domain';
import type { Segment, SegmentGroup } from '../../syntax/edifact.js';
import { CUBIC_METRES, KILOGRAMS, TONNES } from './code-lists.js';

const LAYOUTS: Readonly<Record<string, RegExp>> = {
  '102': /^(\d{4})(\d\d)(\d\d)$/,
  '203': /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)$/,
  '204': /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/,
  '205': /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)([+-]\d\d)(\d\d)$/,
};

/** What a DTM says in ISO 8601; undefined when it is no real time, or in a format that is not read. */
export function timeOf(dtm: Segment | undefined): TradeTime | undefined {
  const format = dtm?.text(1, 3) ?? '';
  const [, year, month, day, hour, minute, ...rest] = LAYOUTS[format]?.exec(dtm?.text(1, 2) ?? '') ?? [];
  if (year === undefined) return undefined;
  const clock = hour === undefined ? '' : `T${hour}:${minute}`;
  const end = format === '204' ? `:${rest[0]}` : rest.join(':');
  const time = `${year}-${month}-${day}${clock}${end}`;
  return isRealTime(time) ? time : undefined;
}

/** The first of these times that the groups give, in the order of the codes. */
export function firstTime<const Code extends readonly [string, unknown]>(
  groups: readonly (SegmentGroup | undefined)[],
  codes: readonly Code[],
): { readonly time: TradeTime; readonly code: Code } | undefined {
  for (const code of codes) {
    for (const group of groups) {
      const time = timeOf(group?.segment('DTM', code[0]));
      if (time !== undefined) return { time, code };
    }
  }
  return undefined;
}

/** MEA with one of these attributes, in kilograms or cubic metres; tonnes are moved by three places, exactly. */
export function measured(group: SegmentGroup, attributes: readonly string[]): DecimalText | undefined {
  const found = attributes.flatMap((attribute) =>
    group.segments('MEA').filter((mea) => mea.code(2, 1) === attribute),
  )[0];
  const value = found?.decimal(3, 2);
  if (!found || value === undefined) return undefined;
  return isReadUnit(found.code(3, 1)) ? inUnit(value, found.code(3, 1)) : undefined;
}

export const isReadUnit = (unit: string): boolean => [KILOGRAMS, TONNES, CUBIC_METRES].includes(unit);

function inUnit(value: DecimalText, unit: string): DecimalText {
  if (unit !== TONNES) return value;
  const [whole = '', fraction = ''] = value.split('.');
  const moved = `${whole}${fraction.slice(0, 3).padEnd(3, '0')}`.replace(/^(-?)0+(?=\d)/, '$1');
  return fraction.length > 3 ? `${moved}.${fraction.slice(3)}` : moved;
}
