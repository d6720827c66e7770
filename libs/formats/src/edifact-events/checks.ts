import type { Finding } from '#domain';
import { checkEvent } from '../checks/event-checks.js';
import { error, onceForEach, warning } from '../findings.js';
import { checkReefers } from '../checks/reefer-checks.js';
import type { ReeferStatement } from '../mapping/reefers.js';
import type { Segment, SegmentGroup } from '../syntax/edifact.js';
import { checkLocations } from '../syntax/edifact/locations.js';
import { tradeTimeOf } from '../syntax/edifact/trade-time.js';
import { CONTAINER, PURPOSES } from './code-lists.js';
import {
  containersIn,
  reefersOf,
  USUAL,
  type EquipmentMessage,
  type Layout,
  type Movement,
} from './equipment-message.js';
import { equipmentOf, segmentsIn } from './parts.js';

/** What is asked of every such message; `movement` is what its BGM means, if it is known, `check` what is asked of each event. */
export function checkEquipmentMessage(
  tree: EquipmentMessage,
  movement: Movement | undefined,
  layout: Layout = USUAL,
  check: typeof checkEvent = checkEvent,
): Finding[] {
  const { message, beginning, equipment } = tree;
  if (!movement) return [unknownType(beginning.path(1, 1))];
  const containers = containersIn(tree);
  const findings = [
    ...checkPurpose(beginning),
    ...checkLocations(message),
    ...layout.dated(tree).flatMap(checkTimes),
    ...equipment
      .filter(({ opening }) => opening.code(1) !== CONTAINER)
      .map(({ opening }) => otherEquipment(opening.path(1))),
    ...onceForEach([
      ...containers.flatMap((group) => checkContainer(group, tree, movement, layout, check)),
      ...checkReefers('EVENT', ofUnlistedGoods(tree, containers), []),
    ]),
  ];
  const isEmpty = !containers.some((group) => layout.timeOf(group, tree, movement));
  return isEmpty && !takesBack(beginning) ? [...findings, noEvents(beginning.path())] : findings;
}

function ofUnlistedGoods({ reefersOfGoods }: EquipmentMessage, containers: readonly SegmentGroup[]): ReeferStatement[] {
  const listed = new Set(containers.map((group) => equipmentOf(group)?.number));
  return [...reefersOfGoods].flatMap(([number, statements]) => (listed.has(number) ? [] : statements));
}

function checkContainer(
  group: SegmentGroup,
  tree: EquipmentMessage,
  movement: Movement,
  layout: Layout,
  check: typeof checkEvent,
): Finding[] {
  const told = layout.timeOf(group, tree, movement);
  if (!told) return [noTime(group.opening.path())];
  const event = { ...layout.eventOf(group, tree, movement), occursAt: told.time };
  const findings = check(event, group.opening.path(2, 1), told.dtm.path(1, 2));
  if (!event.equipment) return findings;
  const { own, ofGoods } = reefersOf(group, event.equipment.number, tree);
  return [...findings, ...checkReefers('EVENT', [...own, ...ofGoods], [event.equipment])];
}

export function checkPurpose(beginning: Segment): Finding[] {
  const purpose = PURPOSES.get(beginning.text(3));
  if (!purpose) return [otherFunction(beginning.path(3))];
  const isLost = purpose !== 'original' && beginning.given(2, 1) === undefined;
  return isLost ? [noNumber(beginning.path(2, 1))] : [];
}

/** What was reported under a number can be taken back without repeating it. */
export const takesBack = (beginning: Segment): boolean => PURPOSES.get(beginning.text(3)) === 'cancellation';

export const checkTimes = (group: SegmentGroup | undefined): Finding[] =>
  segmentsIn(group, 'DTM')
    .filter((dtm) => dtm.given(1, 2) !== undefined && tradeTimeOf(dtm) === undefined)
    .map((dtm) => impossibleTime(dtm.path(1, 2)));

const unknownType = (path: string): Finding =>
  error({
    code: 'EVENT.MESSAGE_TYPE',
    path,
    en: 'This code does not say which event the message reports. The format’s page lists the codes that are read; give one of them.',
    zh: '该代码未说明报文所报告的事件。请使用本格式说明中列出的代码。',
    rule: 'UN/EDIFACT 1001',
  });

const otherFunction = (path: string): Finding =>
  error({
    code: 'EVENT.FUNCTION',
    path,
    en: 'A message reports (9), replaces (5) or takes back (1) what was reported. Give one of these codes.',
    zh: '报文功能须为原始（9）、替换（5）或取消（1）。请填写其中一个代码。',
    rule: 'UN/EDIFACT 1225',
  });

const noNumber = (path: string): Finding =>
  error({
    code: 'EVENT.NO_NUMBER',
    path,
    en: 'A message that replaces or takes back goes by the number of what it means. Give that number in BGM.',
    zh: '替换或取消报文须注明所指报文的编号。请在 BGM 中填写。',
    rule: 'UN/EDIFACT 1004',
  });

const impossibleTime = (path: string): Finding =>
  error({
    code: 'EVENT.IMPOSSIBLE_TIME',
    path,
    en: 'This is no time that exists, or not in format 102, 203, 204 or 205. Correct it.',
    zh: '该时间不存在，或不是格式 102、203、204 或 205。请更正。',
    rule: 'UN/EDIFACT 2380',
  });

const otherEquipment = (path: string): Finding =>
  warning({
    code: 'EVENT.OTHER_EQUIPMENT',
    path,
    en: 'Only events of containers (CN) are read; this equipment was left out.',
    zh: '仅读取集装箱（CN）的事件；该设备未予采用。',
    rule: 'UN/EDIFACT 8053',
  });

export const noTime = (path: string): Finding =>
  warning({
    code: 'EVENT.NO_TIME',
    path,
    en: 'This event has no time, so no timeline could show it, and it was left out. Add its DTM.',
    zh: '该事件没有时间，无法显示在时间线上，未予采用。请补充 DTM。',
    rule: 'UN/EDIFACT 2005',
  });

export const noEvents = (path: string): Finding =>
  error({
    code: 'EVENT.NONE',
    path,
    en: 'The message reports no event that could be shown. Add what happened, with its time.',
    zh: '报文未报告任何可显示的事件。请补充事件及其时间。',
  });
