import type { EventFormat } from '../../format.js';
import { check } from './checks.js';
import { decode, detect } from './codec.js';
import { toEvents } from './to-events.js';
import type { Iftsta } from './tree.types.js';

/** What carriers and forwarders report of consignments and containers on their way, by any mode. */
export const iftsta: EventFormat<Iftsta, 'edifact'> = {
  id: 'edifact-iftsta',
  edition: 'UN/EDIFACT IFTSTA, international multimodal status report, D.95B, D.99B and D.00B',
  syntax: 'edifact',
  detect,
  decode,
  check,
  toEvents,
};
