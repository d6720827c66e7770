import { isRealTime, type TradeTime } from '#domain';
import type { Segment } from './segment.js';

type Layout = (digits: string) => string;

const day: Layout = (text) => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
const minute: Layout = (text) => `${day(text)}T${text.slice(8, 10)}:${text.slice(10, 12)}`;
const second: Layout = (text) => `${minute(text)}:${text.slice(12, 14)}`;
const zoned: Layout = (text) => `${minute(text)}${text.slice(12, 15)}:${text.slice(15)}`;
const inThisCentury =
  (layout: Layout): Layout =>
  (text) =>
    layout(`20${text}`);

/** 2379: how a time is written, and what it is in ISO 8601. Formats with letters for the time zone are not read: nobody lists them. */
const LAYOUTS: ReadonlyMap<string, { readonly shape: RegExp; readonly layout: Layout }> = new Map([
  ['101', { shape: /^\d{6}$/, layout: inThisCentury(day) }],
  ['102', { shape: /^\d{8}$/, layout: day }],
  ['201', { shape: /^\d{10}$/, layout: inThisCentury(minute) }],
  ['203', { shape: /^\d{12}$/, layout: minute }],
  ['204', { shape: /^\d{14}$/, layout: second }],
  ['205', { shape: /^\d{12}[+-]\d{4}$/, layout: zoned }],
]);

export const isReadableFormat = (dtm: Segment): boolean => LAYOUTS.has(dtm.text(1, 3));

/** What a DTM says in ISO 8601, with an offset only if its sender wrote one; undefined when it is no real time, or in a format that is not read. */
export function tradeTimeOf(dtm: Segment): TradeTime | undefined {
  const form = LAYOUTS.get(dtm.text(1, 3));
  const text = dtm.text(1, 2).trim();
  if (!form?.shape.test(text)) return undefined;
  const time = form.layout(text);
  return isRealTime(time) ? time : undefined;
}

/** A time as DTM writes it, in the format (2379) of what it says: a day, a minute, a second; with an offset there is no format for seconds. */
export function writtenTime(time: TradeTime): [text: string, format: string] {
  const [, day = '', minute, second, offset] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})[.\d]*)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(time) ?? [];
  const text = [day, minute].join('').replace(/[-:]/g, '');
  if (minute === undefined) return [text, '102'];
  if (offset !== undefined) return [text + (offset === 'Z' ? '+0000' : offset.replace(':', '')), '205'];
  return second === undefined || second === '00' ? [text, '203'] : [text + second, '204'];
}
