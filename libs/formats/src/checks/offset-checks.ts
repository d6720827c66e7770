import { zoneOf, type Finding, type Leg, type Place, type TradeTime } from '#domain';
import { onceForEach, warning } from '../findings.js';

/** A time of an event, or of a document's leg, is read in the zone of its place. */
export const checkOffset = (
  prefix: 'EVENT' | 'DOCUMENT',
  time: TradeTime | undefined,
  place: Place | undefined,
  path: string,
): Finding[] => (time !== undefined && zoneOf(time, place)?.assumed === true ? [noOffset(prefix, path)] : []);

export const checkLegOffsets = (legs: readonly Leg[]): Finding[] =>
  onceForEach(
    legs.flatMap(({ departsAt, from, arrivesAt, to, path }) => [
      ...checkOffset('DOCUMENT', departsAt, from, path),
      ...checkOffset('DOCUMENT', arrivesAt, to, path),
    ]),
  );

const noOffset = (prefix: string, path: string): Finding =>
  warning({
    code: `${prefix}.NO_OFFSET`,
    path,
    en: 'The time has no offset, and its place does not tell one: its country is not named, not known, or has several times. It is shown as if it were UTC, perhaps hours from its place among other events. Send it with its offset (in EDIFACT format 205).',
    zh: '该时间没有时区偏移，也无法由地点得知：未写明国家、国家无法识别，或该国有多个时区。时间线暂按 UTC 排序，可能相差数小时。请填写带时区偏移的时间（EDIFACT 使用格式 205）。',
  });
