import type { Movement } from '../../edifact-events/equipment-message.js';
import type { Coarri } from './tree.types.js';

/** 2005: execution (203), effective (7). 3227: where it happened (165), else the port of loading or discharge. */
const overTheQuay = { certainty: 'actual', times: ['203', '7'], isByLand: false } as const;
const discharged: Movement = { kind: 'discharged', places: ['165', '11'], ...overTheQuay };
const loaded: Movement = { kind: 'loaded', places: ['165', '9'], ...overTheQuay };

/** 1001: two pairs of codes are in use, 98 and 270 in SMDG's later manuals. */
const MOVEMENTS: ReadonlyMap<string, Movement> = new Map([
  ['44', discharged],
  ['98', discharged],
  ['46', loaded],
  ['270', loaded],
]);

export const movementOf = ({ beginning }: Coarri): Movement | undefined => MOVEMENTS.get(beginning.text(1, 1));
