import type { Movement } from '../../edifact-events/equipment-message.js';
import type { Codeco } from './tree.types.js';

/** 2005: effective (7), execution (203), of arrival at and departure from the terminal. 3227: where it happened (165). */
const atTheGate = { certainty: 'actual', times: ['7', '203', '178', '186'], places: ['165'], isByLand: true } as const;

/** 1001. */
const MOVEMENTS: ReadonlyMap<string, Movement> = new Map([
  ['34', { kind: 'gateIn', ...atTheGate }],
  ['36', { kind: 'gateOut', ...atTheGate }],
]);

export const movementOf = ({ beginning }: Codeco): Movement | undefined => MOVEMENTS.get(beginning.text(1, 1));
