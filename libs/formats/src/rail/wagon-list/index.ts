import type { Format } from '../../format.js';
import { check } from './checks.js';
import { decode, detect, EDITION } from './codec.js';
import { toConsignment } from './to-consignment.js';
import type { WagonList } from './tree.types.js';

export const wagonList: Format<WagonList, 'json'> = {
  id: 'unece-rail-wagon-list-d23b',
  edition: EDITION,
  syntax: 'json',
  detect,
  decode,
  check,
  toConsignment,
};
