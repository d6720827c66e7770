import { isKeyOfRecords, type Finding, type TransportEvent } from '#domain';
import { checkContainerNumber } from './container-number-checks.js';
import { warning } from '../findings.js';
import { checkOffset } from './offset-checks.js';

export type CheckedEvent = Pick<TransportEvent, 'equipment' | 'references' | 'occursAt' | 'place'>;

/** What every format looks at in an event before it reports it. `path` is where the container's number stands, else the event. */
export const checkEvent = (event: CheckedEvent, path: string, timePath: string): Finding[] => [
  ...checkBelonging(event, path),
  ...checkOffset('EVENT', event.occursAt, event.place, timePath),
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
