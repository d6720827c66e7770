import { isKeyOfRecords, zoneOf, type Finding, type TransportEvent } from '#domain';
import { checkContainerNumber } from './container-number-checks.js';
import { warning } from './findings.js';

export type CheckedEvent = Pick<TransportEvent, 'equipment' | 'references' | 'occursAt' | 'place'>;

/** What every format looks at in an event before it reports it. `path` is where the container's number stands, else the event. */
export const checkEvent = (event: CheckedEvent, path: string, timePath: string): Finding[] => [
  ...checkBelonging(event, path),
  ...(zoneOf(event.occursAt, event.place)?.assumed === true ? [noOffset(timePath)] : []),
];

function checkBelonging({ equipment, references }: CheckedEvent, path: string): Finding[] {
  const findings = equipment ? checkContainerNumber(equipment.number, path) : [];
  const belongs = equipment?.checkDigitValid === true || references.some(({ type }) => isKeyOfRecords(type));
  return belongs ? findings : [...findings, belongsNowhere(path)];
}

const belongsNowhere = (path: string): Finding =>
  warning({
    code: 'EVENT.BELONGS_NOWHERE',
    path,
    en: 'The event names no container, booking, bill of lading or waybill that it could be found by, so no timeline shows it. Add one of them.',
    zh: '该事件没有可供查找的箱号、订舱号、提单号或运单号，不会显示在任何时间线上。请补充其中之一。',
  });

const noOffset = (path: string): Finding =>
  warning({
    code: 'EVENT.NO_OFFSET',
    path,
    en: 'The time has no offset, and its place does not tell one: its country is not named, not known, or has several times. It is shown as if it were UTC, perhaps hours from its place among other events. Send it with its offset (in EDIFACT format 205).',
    zh: '该时间没有时区偏移，也无法由地点得知：未写明国家、国家无法识别，或该国有多个时区。时间线暂按 UTC 排序，可能相差数小时。请填写带时区偏移的时间（EDIFACT 使用格式 205）。',
  });
