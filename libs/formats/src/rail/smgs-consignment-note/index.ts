import type { Format } from '../../format.js';
import { check } from './checks.js';
import { decode, detect, EDITION } from './codec.js';
import { encode } from './encode.js';
import { toConsignment } from './to-consignment.js';
import type { SmgsNote } from './tree.types.js';

export const smgsConsignmentNote: Format<SmgsNote, 'json'> = {
  id: 'unece-smgs-d23b',
  edition: EDITION,
  syntax: 'json',
  detect,
  decode,
  check,
  toConsignment,
  encode,
};
