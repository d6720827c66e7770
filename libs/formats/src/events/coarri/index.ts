import type { EventFormat } from '../../format.js';
import { check } from './checks.js';
import { decode, detect } from './codec.js';
import { toEvents } from './to-events.js';
import type { Coarri } from './tree.types.js';

/** What a terminal reports of containers loaded onto a ship and discharged from it. */
export const coarri: EventFormat<Coarri, 'edifact'> = {
  id: 'edifact-coarri',
  edition: 'UN/EDIFACT COARRI, container discharge/loading report, D.95B, D.99B and D.00B',
  syntax: 'edifact',
  detect,
  decode,
  check,
  toEvents,
};
