import { isRealDay, isRealTime, type TradeTime } from '#domain';
import type { XmlElement } from '../../syntax/xml.js';
import { textAt } from '../../syntax/xml-inside.js';

/** Date and time with zone, format 304: `20261112110000+08`. */
export function timeIn(element: XmlElement): TradeTime | undefined {
  const [, year, month, day, hour, minute, second, zone] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(Z|[+-]\d\d)$/.exec(textAt(element, 'DateTimeString') ?? '') ?? [];
  const offset = zone === 'Z' ? zone : `${zone}:00`;
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`;
  return zone !== undefined && isRealTime(at) ? at : undefined;
}

/** The same, or a day, format 102: `20261112`. */
export function dayOrTimeIn(element: XmlElement): TradeTime | undefined {
  const day = (textAt(element, 'DateTimeString') ?? '').replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  return isRealDay(day) ? day : timeIn(element);
}
