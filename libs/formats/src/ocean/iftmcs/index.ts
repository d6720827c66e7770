import type { Format } from '../../format.js';
import { check } from './checks.js';
import { decode, detect } from './codec.js';
import { encode } from './encode.js';
import { toConsignment } from './to-consignment.js';
import type { IftmcsDocument } from './tree.types.js';

export { encodeBill } from './encode.js';

/** A bill of lading, sea waybill, rail consignment note or multimodal transport document as an EDIFACT message. */
export const iftmcs: Format<IftmcsDocument, 'edifact'> = {
  id: 'edifact-iftmcs',
  edition: 'UN/EDIFACT IFTMCS, instruction contract status, D.95B, D.99B and D.00B',
  syntax: 'edifact',
  detect,
  decode,
  check,
  toConsignment,
  encode,
};
