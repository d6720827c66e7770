import type { Format } from '../../format.js';
import { check } from './checks.js';
import { decode, detect } from './codec.js';
import { toConsignment } from './to-consignment.js';
import type { RailWaybill } from './tree.types.js';

export const chinaRailWaybill: Format<RailWaybill, 'xml'> = {
  id: 'yidan-china-rail-waybill-1',
  edition: 'China domestic rail waybill (铁路货物运单), Yidan XML form, version 1',
  syntax: 'xml',
  detect,
  decode,
  check,
  toConsignment,
};
