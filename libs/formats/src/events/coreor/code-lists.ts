import type { Movement } from '../../edifact-events/equipment-message.js';
import type { Coreor } from './tree.types.js';

/** 2005: when the container is to be fetched, until when it may be, from when it may be. */
const PICK_UP = ['201', '393', '200', '398', '203'] as const;
const LATEST = ['400', '235', '36'] as const;
const EARLIEST = ['7'] as const;

/** 3227: where it stands (165), where to fetch it (176, 117), the empty depot (98), where the goods are (14); no port of the voyage. */
const PLACES = ['165', '176', '117', '98', '14'] as const;

const released: Movement = {
  kind: 'gateOut',
  certainty: 'planned',
  times: [...PICK_UP, ...LATEST, ...EARLIEST],
  places: PLACES,
  isByLand: true,
};

/** 1001: a release of empty equipment (108), of cargo (129); senders of SMDG's profiles give 129 for either. */
const MOVEMENTS: ReadonlyMap<string, Movement> = new Map([
  ['108', released],
  ['129', released],
]);

export const movementOf = ({ beginning }: Coreor): Movement | undefined => MOVEMENTS.get(beginning.text(1, 1));
