import {
  codeInText,
  extensionCodes,
  joinReadings,
  type CommodityCode,
  type CommodityReading,
} from '../../uncefact/commodity-codes.js';
import type { BillConsignment, BillItem } from './tree.types.js';

/** The codes of each item, in the document's order: in `x-commodityCodes` and in `information` that reads `HS CODE 870899`. */
export const readCommodityCodes = ({ includedConsignmentItem: items }: BillConsignment): CommodityReading[] =>
  (items ?? []).map((item, index) => {
    const path = `/specifiedConsignment/0/includedConsignmentItem/${index}`;
    return joinReadings([extensionCodes(item, path), { codes: informationCodes(item, path), findings: [] }]);
  });

/** Other information is free text. */
const informationCodes = ({ information }: BillItem, path: string): CommodityCode[] =>
  (information ?? []).flatMap(({ content }, index) => {
    const printed = codeInText(content);
    return printed && printed.digits !== ''
      ? [{ scheme: printed.scheme, code: printed.digits, path: `${path}/information/${index}/content` }]
      : [];
  });
