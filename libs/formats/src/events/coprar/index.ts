import type { EventFormat } from '../../format.js';
import { check } from './checks.js';
import { decode, detect } from './codec.js';
import { toEvents } from './to-events.js';
import type { Coprar } from './tree.types.js';

/** What a carrier orders a terminal to load onto a ship or to discharge: what is planned. */
export const coprar: EventFormat<Coprar, 'edifact'> = {
  id: 'edifact-coprar',
  edition: 'UN/EDIFACT COPRAR, container discharge/loading order, D.95B, D.99B and D.00B',
  syntax: 'edifact',
  detect,
  decode,
  check,
  toEvents,
};
