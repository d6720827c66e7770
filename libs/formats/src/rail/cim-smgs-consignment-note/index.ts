import type { Format } from '../../format.js';
import { check } from './checks.js';
import { decode, detect, EDITION } from './codec.js';
import { toConsignment } from './to-consignment.js';
import type { CimSmgsNote } from './tree.types.js';

export const cimSmgsConsignmentNote: Format<CimSmgsNote, 'json'> = {
  id: 'unece-cim-smgs-d23b',
  edition: EDITION,
  syntax: 'json',
  detect,
  decode,
  check,
  toConsignment,
};
