import type { EventFormat } from '../../format.js';
import { check } from './checks.js';
import { decode, detect } from './codec.js';
import { toEvents } from './to-events.js';
import type { Codeco } from './tree.types.js';

/** What a terminal or depot reports of containers at its gate. */
export const codeco: EventFormat<Codeco, 'edifact'> = {
  id: 'edifact-codeco',
  edition: 'UN/EDIFACT CODECO, container gate-in/gate-out report, D.95B, D.99B and D.00B',
  syntax: 'edifact',
  detect,
  decode,
  check,
  toEvents,
};
