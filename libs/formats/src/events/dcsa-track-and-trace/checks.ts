import { isRealTime, type Finding } from '#domain';
import { checkEvent } from '../../checks/event-checks.js';
import { error, warning } from '../../findings.js';
import { isKnownType, transportEvent } from './to-events.js';
import type { TrackAndTrace, TrackedEvent } from './tree.types.js';

/** Times that exist, types that are known, containers and documents that the event can be found by. */
export const check = ({ events }: TrackAndTrace): Finding[] => events.flatMap(checkTracked);

function checkTracked(event: TrackedEvent): Finding[] {
  const { occursAt, pointer, timePointer, equipmentPointer, equipment } = event;
  if (!isRealTime(occursAt)) return [impossibleTime(timePointer)];
  const path = equipment === undefined ? pointer : equipmentPointer;
  return [
    ...(isKnownType(event) ? [] : [unknownType(pointer)]),
    ...checkEvent(transportEvent(event), path, timePointer),
  ];
}

const impossibleTime = (path: string): Finding =>
  error({
    code: 'DCSA_TNT.IMPOSSIBLE_TIME',
    path,
    en: 'This is no date and time that exists. Correct it, with its offset.',
    zh: '该日期时间不存在。请更正，并注明时区偏移。',
    rule: 'RFC 3339',
  });

const unknownType = (path: string): Finding =>
  warning({
    code: 'DCSA_TNT.EVENT_TYPE',
    path,
    en: 'The type of this event is not known here. It is shown with its code only; give one of the standard.',
    zh: '无法识别该事件类型，仅按代码显示。请使用标准中的类型代码。',
    rule: 'DCSA Track & Trace, event type codes',
  });
