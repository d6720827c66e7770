import type { Finding } from '#domain';
import { checkEquipmentMessage } from '../../edifact-events/checks.js';
import { movementOf } from './code-lists.js';
import type { Coarri } from './tree.types.js';

export const check = (tree: Coarri): Finding[] => checkEquipmentMessage(tree, movementOf(tree));
