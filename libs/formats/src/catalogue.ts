import type { AnyFormat } from './format.js';
import { cuscar } from './customs/cuscar/index.js';
import { dcsaTransportDocument } from './ocean/dcsa-transport-document/index.js';
import { iftmcs } from './ocean/iftmcs/index.js';
import { uncefactBillOfLading } from './ocean/uncefact-bill-of-lading/index.js';
import { chinaRailWaybill } from './rail/china-rail-waybill/index.js';
import { cimSmgsConsignmentNote } from './rail/cim-smgs-consignment-note/index.js';
import { smgsConsignmentNote } from './rail/smgs-consignment-note/index.js';

/** Every format Yidan reads: one line each. */
export const catalogue: readonly AnyFormat[] = [
  smgsConsignmentNote,
  chinaRailWaybill,
  dcsaTransportDocument,
  iftmcs,
  uncefactBillOfLading,
  cimSmgsConsignmentNote,
  cuscar,
];
