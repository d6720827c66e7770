import type { Finding } from '#domain';
import { checkPurpose, checkTimes, noEvents, noTime, takesBack } from '../../edifact-events/checks.js';
import { checkEvent } from '../../checks/event-checks.js';
import { error, onceForEach, warning } from '../../findings.js';
import { checkLocations } from '../../syntax/edifact/locations.js';
import { eventsOf, kindOf, timeOf } from './to-events.js';
import type { Iftsta, Status } from './tree.types.js';

export function check(tree: Iftsta): Finding[] {
  const { message, beginning, statuses } = tree;
  const findings = [
    ...checkPurpose(beginning),
    ...checkLocations(message),
    ...statuses.flatMap((status) => checkStatus(status, tree)),
  ];
  const isEmpty = !statuses.some((status) => timeOf(status));
  return isEmpty && !takesBack(beginning) ? [...findings, noEvents(beginning.path())] : findings;
}

function checkStatus(status: Status, tree: Iftsta): Finding[] {
  const { group, sts } = status;
  const findings = checkTimes(group);
  if (sts.given(2, 1) === undefined) return [...findings, noCode(sts.path(2, 1))];
  const told = timeOf(status);
  if (!told) return [...findings, noTime(sts.path())];
  if (kindOf(sts) === 'other') findings.push(unknownStatus(sts.path(2, 1)));
  const checked = eventsOf(status, tree).flatMap((event) => checkEvent(event, sts.path(), told.dtm.path(1, 2)));
  return [...findings, ...onceForEach(checked)];
}

const noCode = (path: string): Finding =>
  error({
    code: 'IFTSTA.NO_STATUS',
    path,
    en: 'The status has no code. Give one of UN/ECE Recommendation 24.',
    zh: '状态没有代码。请填写 UN/ECE 第 24 号建议书中的代码。',
    rule: 'UN/ECE Recommendation 24',
  });

const unknownStatus = (path: string): Finding =>
  warning({
    code: 'IFTSTA.STATUS',
    path,
    en: 'This status has no word here and is shown with its code only. Where Recommendation 24 has a nearer code, give it.',
    zh: '该状态仅按代码显示。如 UN/ECE 第 24 号建议书中有更贴近的代码，请使用该代码。',
    rule: 'UN/ECE Recommendation 24',
  });
