import type { Finding } from '#domain';
import {
  checkEquipmentMessage,
  checkPurpose,
  checkTimes,
  noEvents,
  noTime,
  otherEquipment,
  takesBack,
} from '../../edifact-events/checks.js';
import { CONTAINER } from '../../edifact-events/code-lists.js';
import { containersIn, type Movement } from '../../edifact-events/equipment-message.js';
import { checkEvent } from '../../event-checks.js';
import { warning } from '../../findings.js';
import type { SegmentGroup } from '../../syntax/edifact.js';
import { movementOf } from './code-lists.js';
import { datedWithContainer, datedWithOrder, releaseOf, timeOf } from './to-events.js';
import type { Coreor } from './tree.types.js';

/** As with the other messages of containers, but times stand elsewhere. */
export function check(tree: Coreor): Finding[] {
  const { beginning, equipment } = tree;
  const movement = movementOf(tree);
  if (!movement) return checkEquipmentMessage(tree, movement);
  const containers = containersIn(tree);
  const findings = [
    ...checkPurpose(beginning),
    ...[...datedWithOrder(tree), ...equipment.flatMap(datedWithContainer)].flatMap(checkTimes),
    ...equipment
      .filter(({ opening }) => opening.code(1) !== CONTAINER)
      .map(({ opening }) => otherEquipment(opening.path(1))),
    ...containers.flatMap((group) => checkContainer(group, tree, movement)),
  ];
  const isEmpty = !containers.some((group) => timeOf(group, tree, movement));
  return isEmpty && !takesBack(beginning) ? [...findings, noEvents(beginning.path())] : findings;
}

function checkContainer(group: SegmentGroup, tree: Coreor, movement: Movement): Finding[] {
  const path = group.opening.path(2, 1);
  if (!timeOf(group, tree, movement)) return [noTime(group.opening.path())];
  const release = releaseOf(group, tree, movement);
  const findings = checkEvent(release, path);
  return release.equipment ? findings : [anyContainer(path), ...findings];
}

const anyContainer = (path: string): Finding =>
  warning({
    code: 'COREOR.ANY_CONTAINER',
    path,
    en: 'The release names no container, so it shows with its booking or bill only, and without the size. Name the container once it is chosen.',
    zh: '放箱指令未指明箱号，仅显示在订舱或提单的时间线上，且不含箱型。箱号确定后请补报。',
    rule: 'UN/EDIFACT 8260',
  });
