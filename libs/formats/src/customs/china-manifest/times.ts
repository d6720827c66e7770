import { instantOf, type TradeTime } from '#domain';

const CHINA_OFFSET_MS = 8 * 3_600_000;

/** `20261112T…` without its marks, at China's time. */
const digitsAt = (instant: number): string => new Date(instant + CHINA_OFFSET_MS).toISOString().replace(/[-:.TZ]/g, '');

/** SendTime: 17 digits down to the millisecond. */
export const sendTime = (instant: string): string => digitsAt(Date.parse(instant)).slice(0, 17);

/** Minutes with China's zone `086`; the day alone where no offset says which minute it is in China. */
export function customsTime(time: TradeTime | undefined): string | undefined {
  const instant = instantOf(time);
  if (time === undefined || instant === undefined) return undefined;
  if (!/T.*(Z|[+-]\d\d:?\d\d)$/.test(time)) return time.slice(0, 10).replaceAll('-', '');
  return `${digitsAt(instant).slice(0, 12)}086`;
}

/** The time that such digits stand for; undefined when they are none. */
export function timeSent(digits: string): TradeTime | undefined {
  const [, year, month, day, hour, minute, second = '00', milli] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(\d{3})?$/.exec(digits) ?? [];
  if (year === undefined) return undefined;
  const time = `${year}-${month}-${day}T${hour}:${minute}:${second}${milli === undefined ? '' : `.${milli}`}+08:00`;
  return instantOf(time) === undefined ? undefined : time;
}
