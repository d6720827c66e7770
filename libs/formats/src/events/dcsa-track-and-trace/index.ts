import type { EventFormat } from '../../format.js';
import { check } from './checks.js';
import { decode, detect } from './codec.js';
import { toEvents } from './to-events.js';
import type { TrackAndTrace } from './tree.types.js';

/** Ocean carriers' events of containers, ships and documents. */
export const dcsaTrackAndTrace: EventFormat<TrackAndTrace, 'json'> = {
  id: 'dcsa-tnt',
  edition: 'DCSA Track & Trace, events of 2.2 and 3.0',
  syntax: 'json',
  detect,
  decode,
  check,
  toEvents,
};
