import type { TradeTime } from './consignment.js';

/** From the year 1000 on: one before it is a slip of the key, and `Date` takes the first hundred for the last century's. */
const DAY = /^[1-9]\d{3}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)?$/;

/** Whether the text is a day that exists (`2026-02-30` does not). */
export function isRealDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const day = twoDigits(text, 8);
  return day >= 1 && day <= daysIn(twoDigits(text, 5), twoDigits(text, 0) * 100 + twoDigits(text, 2));
}

const twoDigits = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * ZERO;

const ZERO = 0x30;

/** None in a month that does not exist. */
function daysIn(month: number, year: number): number {
  if (month !== 2) return DAYS[month - 1] ?? 0;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the text is an ISO 8601 day, or date and time with or without offset, that exists. */
export const isRealTime = (text: string): boolean =>
  isOfRealDay(text) && (text < LAST_YEAR || instantOf(text) !== undefined);

const isOfRealDay = (text: string): boolean =>
  isDayOnly(text) ? isRealDay(text) : DATE_TIME.test(text) && isRealDay(text.slice(0, 10));

const isDayOnly = (text: string): boolean => text.length <= 10;

/** Only an offset can carry a time over its end. */
const LAST_YEAR = '9999';

/**
 * Milliseconds since 1970 for ordering only; undefined when there is no real time. A day counts as its noon in UTC, a time without offset as UTC:
 * neither is exact, so compare with a day's slack.
 */
export function instantOf(time: TradeTime | undefined): number | undefined {
  if (time === undefined || !isOfRealDay(time)) return undefined;
  const instant = Date.parse(inUtc(time));
  return instant <= LAST ? instant : undefined;
}

function inUtc(time: string): string {
  if (isDayOnly(time)) return `${time}T12:00:00Z`;
  return /(Z|[+-]\d{2}:?\d{2})$/.test(time) ? time : `${time}Z`;
}

/** An offset may carry a time over it, into a year that ISO 8601 and PostgreSQL write differently. */
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
