import type { Finding } from '#domain';
import { error, warning } from '../findings.js';
import type { Segment, SegmentGroup } from '../syntax/edifact.js';
import { isReadableFormat, tradeTimeOf } from '../syntax/edifact/trade-time.js';
import type { TransportMessage } from './transport-message.types.js';

/** Every DTM of the document itself, of its stages and of their places: those that the record's times are taken from. */
export function checkTimes({ message }: TransportMessage): Finding[] {
  const stages = message.groups('TDT');
  const holders: SegmentGroup[] = [message, ...message.groups('LOC'), ...stages];
  for (const stage of stages) holders.push(...stage.groups('LOC'));
  const findings: Finding[] = [];
  for (const holder of holders) for (const dtm of holder.segments('DTM')) findings.push(...checkTime(dtm));
  return findings;
}

function checkTime(dtm: Segment): Finding[] {
  if (!isReadableFormat(dtm)) return [otherFormat(dtm.path(1, 3))];
  return tradeTimeOf(dtm) === undefined ? [impossible(dtm.path(1, 2))] : [];
}

const impossible = (path: string): Finding =>
  error({
    code: 'MESSAGE.IMPOSSIBLE_TIME',
    path,
    en: 'This is no time that exists, or not written as its format code says. Correct it.',
    zh: '该时间不存在，或与格式代码不符。请更正。',
    rule: 'UN/EDIFACT 2380',
  });

const otherFormat = (path: string): Finding =>
  warning({
    code: 'MESSAGE.TIME_FORMAT',
    path,
    en: 'Times of this format are not read. Write it in format 102 (day), 203 (minute) or 205 (minute with time zone).',
    zh: '不读取此格式的时间。请使用格式 102（日）、203（分）或 205（分及时区）。',
    rule: 'UN/EDIFACT 2379',
  });
