import type { Movement } from '../../edifact-events/equipment-message.js';
import type { Coprar } from './tree.types.js';

/** 2005: of the container's own order, else when the ship is expected to leave (133, 189) or to arrive (132, 232). */
const ordered = { certainty: 'planned', isByLand: false } as const;

/** 1001. */
const MOVEMENTS: ReadonlyMap<string, Movement> = new Map([
  ['43', { kind: 'discharged', times: ['203', '7', '132', '232'], places: ['165', '11'], ...ordered }],
  ['45', { kind: 'loaded', times: ['203', '7', '133', '189'], places: ['165', '9'], ...ordered }],
]);

export const movementOf = ({ beginning }: Coprar): Movement | undefined => MOVEMENTS.get(beginning.text(1, 1));
