import type { TradeTime } from '#domain';
import { atMost, stated, type FormPart } from '../../declaring/declared-form.js';

/**
 * UNTDID 2379: 102 a day, 304 date and time with its zone in whole hours, UTC where the zone is none. The model has no form for a time without zone: that has no
 * place.
 */
export function dateTime(time: TradeTime | undefined, from: string): FormPart {
  const written = time === undefined ? undefined : (day(time) ?? instant(time));
  return (
    written && { 'ds:DateTimeString': stated(written.text, from, atMost(35), { '@formatCode': written.formatCode }) }
  );
}

const day = (time: TradeTime) =>
  /^\d{4}-\d{2}-\d{2}$/.test(time) ? { text: digits(time), formatCode: '102' } : undefined;

function instant(time: TradeTime) {
  const [, dateAndTime, sign, hours, minutes] =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?:Z|([+-])(\d{2}):?(\d{2}))$/.exec(time) ?? [];
  if (dateAndTime === undefined) return undefined;
  if (minutes !== undefined && minutes !== '00') return instant(new Date(time).toISOString());
  return { text: digits(dateAndTime).padEnd(14, '0') + (sign ? `${sign}${hours}` : 'Z'), formatCode: '304' };
}

const digits = (text: string): string => text.replace(/\D/g, '');
