import { isRealDay, type TradeTime } from '#domain';
import type { Segment } from './segment.js';

/** How a time is written, behind its century: which digits it has, and what they say beside the day. */
interface Form {
  readonly century: '' | '20';
  readonly shape: RegExp;
  readonly clock: (digits: string) => string;
}

const DAY = /^\d{8}$/;
const MINUTE = /^\d{8}([01]\d|2[0-3])[0-5]\d$/;
const SECOND = /^\d{8}([01]\d|2[0-3])[0-5]\d[0-5]\d$/;
const ZONED = /^\d{8}([01]\d|2[0-3])[0-5]\d[+-]([01]\d|2[0-3])[0-5]\d$/;

const none = (): string => '';
const minute = (text: string): string => `T${text.slice(8, 10)}:${text.slice(10, 12)}`;
const second = (text: string): string => `${minute(text)}:${text.slice(12, 14)}`;
const zoned = (text: string): string => `${minute(text)}${text.slice(12, 15)}:${text.slice(15)}`;

/** 2379. Formats with letters for the time zone are not read: nobody lists them. */
const FORMS: ReadonlyMap<string, Form> = new Map([
  ['101', { century: '20', shape: DAY, clock: none }],
  ['102', { century: '', shape: DAY, clock: none }],
  ['201', { century: '20', shape: MINUTE, clock: minute }],
  ['203', { century: '', shape: MINUTE, clock: minute }],
  ['204', { century: '', shape: SECOND, clock: second }],
  ['205', { century: '', shape: ZONED, clock: zoned }],
]);

export const isReadableFormat = (dtm: Segment): boolean => FORMS.has(dtm.text(1, 3));

/** What a DTM says in ISO 8601, with an offset only if its sender wrote one; undefined when it is no real time, or in a format that is not read. */
export function tradeTimeOf(dtm: Segment): TradeTime | undefined {
  const form = FORMS.get(dtm.text(1, 3));
  if (!form) return undefined;
  const text = form.century + dtm.text(1, 2).trim();
  if (!form.shape.test(text)) return undefined;
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
  return isRealDay(day) ? day + form.clock(text) : undefined;
}
