import type { Format } from '../../format.js';
import { check } from './checks.js';
import { decode, detect } from './codec.js';
import { encode } from './encode.js';
import { toConsignment } from './to-consignment.js';
import type { IftminDocument } from './tree.types.js';

/** A shipper's or forwarder's instruction as an EDIFACT message. */
export const iftmin: Format<IftminDocument, 'edifact'> = {
  id: 'edifact-iftmin',
  edition: 'UN/EDIFACT IFTMIN, instruction, D.95B, D.99B and D.00B',
  syntax: 'edifact',
  detect,
  decode,
  check,
  toConsignment,
  encode,
};
