import type { GoodsItem, Naming } from '#domain';

/** Whether a name or code of the goods is a table's word or nobody's: another table may say otherwise. */
export const restsOnTables = ({ railNaming, customsNaming }: GoodsItem): boolean =>
  [railNaming, customsNaming].some(isTables);

const isTables = ({ source, certainty }: Naming): boolean =>
  source === 'table' || certainty === 'candidate' || certainty === 'unmatched';
