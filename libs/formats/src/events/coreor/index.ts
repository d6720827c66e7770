import type { EventFormat } from '../../format.js';
import { check } from './checks.js';
import { decode, detect } from './codec.js';
import { toEvents } from './to-events.js';
import type { Coreor } from './tree.types.js';

/** Which containers a carrier lets a terminal or depot hand out: gate-outs that are planned. */
export const coreor: EventFormat<Coreor, 'edifact'> = {
  id: 'edifact-coreor',
  edition: 'UN/EDIFACT COREOR, container release order, D.95B, D.99B and D.00B',
  syntax: 'edifact',
  detect,
  decode,
  check,
  toEvents,
};
