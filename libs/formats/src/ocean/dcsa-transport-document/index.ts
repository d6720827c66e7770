import type { Format } from '../../format.js';
import { check } from './checks.js';
import { decode, detect } from './codec.js';
import { encode } from './encode.js';
import { toConsignment } from './to-consignment.js';
import type { DcsaTransportDocument } from './tree.types.js';

/** The ocean carrier's bill of lading or sea waybill as DCSA standardised it. */
export const dcsaTransportDocument: Format<DcsaTransportDocument, 'json'> = {
  id: 'dcsa-ebl-3.0',
  edition: 'DCSA Bill of Lading, TransportDocument, EBL 3.0.4 (3.0.0 to 3.0.3 read as well)',
  syntax: 'json',
  detect,
  decode,
  check,
  toConsignment,
  encode,
};
