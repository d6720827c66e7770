import type { AnyFormat } from './format.js';
import { coarri } from './events/coarri/index.js';
import { codeco } from './events/codeco/index.js';
import { coprar } from './events/coprar/index.js';
import { coreor } from './events/coreor/index.js';
import { dcsaTrackAndTrace } from './events/dcsa-track-and-trace/index.js';
import { iftsta } from './events/iftsta/index.js';
import { cuscar } from './customs/cuscar/index.js';
import { uncefactStatusReport } from './events/uncefact-status-report/index.js';
import { dcsaTransportDocument } from './ocean/dcsa-transport-document/index.js';
import { iftmcs } from './ocean/iftmcs/index.js';
import { iftmin } from './ocean/iftmin/index.js';
import { uncefactBillOfLading } from './ocean/uncefact-bill-of-lading/index.js';
import { chinaRailWaybill } from './rail/china-rail-waybill/index.js';
import { cimSmgsConsignmentNote } from './rail/cim-smgs-consignment-note/index.js';
import { smgsConsignmentNote } from './rail/smgs-consignment-note/index.js';
import { wagonList } from './rail/wagon-list/index.js';

/** Every format Yidan reads: one line each. */
export const catalogue: readonly AnyFormat[] = [
  smgsConsignmentNote,
  chinaRailWaybill,
  dcsaTransportDocument,
  iftmcs,
  iftmin,
  uncefactBillOfLading,
  cimSmgsConsignmentNote,
  dcsaTrackAndTrace,
  codeco,
  coarri,
  coprar,
  coreor,
  iftsta,
  wagonList,
  cuscar,
  uncefactStatusReport,
];
