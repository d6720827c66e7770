import type { Finding } from '#domain';
import { checkEquipmentMessage } from '../../edifact-events/checks.js';
import { checkEvent } from '../../checks/event-checks.js';
import { warning } from '../../findings.js';
import { movementOf } from './code-lists.js';
import { RELEASES } from './to-events.js';
import type { Coreor } from './tree.types.js';

export const check = (tree: Coreor): Finding[] =>
  checkEquipmentMessage(tree, movementOf(tree), RELEASES, (event, path, timePath) => [
    ...(event.equipment ? [] : [anyContainer(path)]),
    ...checkEvent(event, path, timePath),
  ]);

const anyContainer = (path: string): Finding =>
  warning({
    code: 'COREOR.ANY_CONTAINER',
    path,
    en: 'The release names no container, so it shows with its booking or bill only, and without the size. Name the container once it is chosen.',
    zh: '放箱指令未指明箱号，仅显示在订舱或提单的时间线上，且不含箱型。箱号确定后请补报。',
    rule: 'UN/EDIFACT 8260',
  });
