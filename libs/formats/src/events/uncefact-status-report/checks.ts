import { isRealTime, type Finding } from '#domain';
import { checkUnLocode } from '../../checks/place-checks.js';
import { checkEvent } from '../../checks/event-checks.js';
import { error, onceForEach, warning } from '../../findings.js';
import { REPORT } from './code-lists.js';
import { occurrencesIn } from './occurrences.js';
import { eventsOf, toEvents } from './to-events.js';
import type { Consignment, StatusReport } from './tree.types.js';

export function check(tree: StatusReport): Finding[] {
  const { exchangedDocument, specifiedConsignment } = tree;
  if (exchangedDocument.typeCode.content !== REPORT) return [request];
  if (exchangedDocument.id.content.trim() === '') return [noNumber];
  const findings = (specifiedConsignment ?? []).flatMap((consignment, index) =>
    checkConsignment(consignment, `/specifiedConsignment/${index}`, exchangedDocument.issueDateTime),
  );
  const { events, purpose } = toEvents(tree);
  return events.length === 0 && purpose !== 'cancellation' ? [...findings, noEvents] : findings;
}

function checkConsignment(consignment: Consignment, path: string, issuedAt: string): Finding[] {
  const occurrences = occurrencesIn(consignment, path);
  return [
    ...occurrences.flatMap(({ kind, occursAt, place: { unLocode } = {}, path: place }) => [
      ...(occursAt === undefined ? [noTime(place)] : isRealTime(occursAt) ? [] : [impossibleTime(place)]),
      ...(kind === 'other' ? [unknownStatus(place)] : []),
      ...(unLocode === undefined ? [] : checkUnLocode(unLocode, place)),
    ]),
    ...onceForEach(eventsOf(consignment, path, issuedAt).flatMap((event) => checkEvent(event, event.path, event.path))),
  ];
}

const RULE = 'UN/CEFACT status report D.23B';

const request = error({
  code: 'STATUS_REPORT.REQUEST',
  path: '/exchangedDocument/typeCode/content',
  en: 'This asks for a report (45) and reports nothing. What is known stands in the timeline of the record.',
  zh: '这是状态查询（45），并非状态报告。已知动态请查看记录的时间线。',
  rule: RULE,
});

const noNumber = error({
  code: 'STATUS_REPORT.NO_NUMBER',
  path: '/exchangedDocument/id',
  en: 'The report has no number, so that it could not be replaced or cancelled. Give one.',
  zh: '报告没有编号，之后无法替换或取消。请填写编号。',
  rule: RULE,
});

const noEvents = error({
  code: 'EVENT.NONE',
  path: '/specifiedConsignment',
  en: 'The report has no status or event with its time. Add what happened, and when.',
  zh: '报告没有带时间的状态或事件。请补充发生的事件及其时间。',
  rule: RULE,
});

const noTime = (path: string): Finding =>
  warning({
    code: 'EVENT.NO_TIME',
    path,
    en: 'This event has no time, so no timeline could show it, and it was left out. Add the time.',
    zh: '该事件没有时间，无法显示在时间线上，未予采用。请补充时间。',
    rule: RULE,
  });

const impossibleTime = (path: string): Finding =>
  error({
    code: 'EVENT.IMPOSSIBLE_TIME',
    path,
    en: 'The time of this event does not exist. Correct it.',
    zh: '该事件的时间不存在。请更正。',
    rule: 'RFC 3339',
  });

const unknownStatus = (path: string): Finding =>
  warning({
    code: 'STATUS_REPORT.STATUS',
    path,
    en: 'This status has no word here and is shown with its code only. Where Recommendation 24 has a nearer code, give it.',
    zh: '该状态仅按代码显示。如 UN/ECE 第 24 号建议书中有更贴近的代码，请使用该代码。',
    rule: 'UN/ECE Recommendation 24',
  });
