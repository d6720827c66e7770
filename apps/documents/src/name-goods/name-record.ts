import type { Discrepancy, GoodsItem, StatedGoods } from '#domain';
import type { Crosswalk, GoodsQuestion } from '#crosswalk';

/** The goods of a record with both their names (一货两标), and what the crosswalk found to disagree. */
export interface NamedGoods {
  readonly goodsItems: readonly GoodsItem[];
  readonly discrepancies: readonly Discrepancy[];
}

/** Whose resolutions apply, and for which route and record. */
type Consignment = Pick<GoodsQuestion, 'parties' | 'route' | 'oneDocumentIds'>;

export function nameRecord(goods: readonly StatedGoods[], crosswalk: Crosswalk, consignment: Consignment): NamedGoods {
  const named = goods.map((item, index) => nameItem(item, `/goodsItems/${index}`, crosswalk, consignment));
  return {
    goodsItems: named.map(({ item }) => item),
    discrepancies: named.flatMap(({ discrepancies }) => discrepancies),
  };
}

interface NamedItem {
  readonly item: GoodsItem;
  readonly discrepancies: readonly Discrepancy[];
}

function nameItem(stated: StatedGoods, path: string, crosswalk: Crosswalk, consignment: Consignment): NamedItem {
  const { railCodes: _railCodes, hsCodes: _hsCodes, ...kept } = stated;
  const unNumbers = stated.dangerousGoods.map(({ unNumber }) => unNumber);
  const question = { ...stated, unNumbers, ...consignment };
  const { conflict, railCandidates: _unrecorded, ...names } = crosswalk.nameGoods(question);
  return { item: { ...kept, ...names }, discrepancies: conflict ? [codeConflict(conflict, path, stated)] : [] };
}

const codeConflict = (
  { fromRail, stated }: { fromRail: string; stated: string },
  path: string,
  { sources }: StatedGoods,
): Discrepancy => ({
  code: 'HS_CODE',
  field: 'hsCode',
  path: `${path}/hsCode`,
  rail: { value: fromRail, sources },
  sea: { value: stated, sources },
});
