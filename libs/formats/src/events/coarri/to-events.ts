import type { EventReport } from '#domain';
import { movementsIn } from '../../edifact-events/equipment-message.js';
import { reportOf } from '../../edifact-events/report.js';
import { movementOf } from './code-lists.js';
import type { Coarri } from './tree.types.js';

/** The checks have seen to it that the code is known. */
export function toEvents(tree: Coarri): EventReport {
  const movement = movementOf(tree);
  return reportOf(tree.message, tree.beginning, movement ? movementsIn(tree, movement) : []);
}
