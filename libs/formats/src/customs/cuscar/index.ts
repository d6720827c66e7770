import type { Format } from '../../format.js';
import { check } from './checks.js';
import { decode, detect } from './codec.js';
import { encode } from './encode.js';
import { toConsignment } from './to-consignment.js';
import type { CuscarDocument } from './tree.types.js';

/** What a carrier reports to customs of one bill. */
export const cuscar: Format<CuscarDocument, 'edifact'> = {
  id: 'edifact-cuscar',
  edition: 'UN/EDIFACT CUSCAR, customs cargo report, D.95B, D.99B and D.00B',
  syntax: 'edifact',
  detect,
  decode,
  check,
  toConsignment,
  encode,
};
