import type { EventFormat } from '../../format.js';
import { check } from './checks.js';
import { decode, detect, EDITION } from './codec.js';
import { toEvents } from './to-events.js';
import type { StatusReport } from './tree.types.js';

/** What carriers and forwarders report of consignments, by any mode, in UN/CEFACT's JSON. */
export const uncefactStatusReport: EventFormat<StatusReport, 'json'> = {
  id: 'unece-status-report-d23b',
  edition: EDITION,
  syntax: 'json',
  detect,
  decode,
  check,
  toEvents,
};
