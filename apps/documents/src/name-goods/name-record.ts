import type { DangerousGoods, Discrepancy, GoodsItem, RecordDangerousGoods, StatedGoods } from '#domain';
import type { Crosswalk, DangerousGoodsMatch } from '#crosswalk';

/** The goods of a record with both their names (一货两标), and what the crosswalk found to disagree. */
export interface NamedGoods {
  readonly goodsItems: readonly GoodsItem[];
  readonly discrepancies: readonly Discrepancy[];
}

/** `parties`: whose resolutions apply. */
export function nameRecord(
  goods: readonly StatedGoods[],
  crosswalk: Crosswalk,
  parties: readonly string[],
): NamedGoods {
  const named = goods.map((item, index) => nameItem(item, `/goodsItems/${index}`, crosswalk, parties));
  return {
    goodsItems: named.map(({ item }) => item),
    discrepancies: named.flatMap(({ discrepancies }) => discrepancies),
  };
}

interface NamedItem {
  readonly item: GoodsItem;
  readonly discrepancies: readonly Discrepancy[];
}

function nameItem(stated: StatedGoods, path: string, crosswalk: Crosswalk, parties: readonly string[]): NamedItem {
  const { railCodes, hsCodes, dangerousGoods, ...kept } = stated;
  const unNumbers = dangerousGoods.map(({ unNumber }) => unNumber);
  const {
    conflict,
    railCandidates: _unrecorded,
    ...names
  } = crosswalk.nameGoods({
    ...kept,
    railCodes,
    hsCodes,
    unNumbers,
    parties,
  });
  const substances = dangerousGoods.map((declared, index) =>
    listSubstance(declared, `${path}/dangerousGoods/${index}`, crosswalk),
  );
  return {
    item: { ...kept, ...names, dangerousGoods: substances.map(({ substance }) => substance) },
    discrepancies: [
      ...(conflict ? [codeConflict(conflict, path, stated)] : []),
      ...substances.flatMap(({ discrepancies }) => discrepancies),
    ],
  };
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

type Declared = Pick<RecordDangerousGoods, 'unNumber' | 'declared'>;

function listSubstance({ unNumber, declared }: Declared, path: string, crosswalk: Crosswalk) {
  const match = crosswalk.matchDangerousGoods({ unNumber, ...identifying(declared) });
  const substance: RecordDangerousGoods = {
    unNumber,
    declared,
    ...(match.rail && { railListing: match.rail }),
    ...(match.sea && { seaListing: match.sea }),
  };
  return { substance, discrepancies: listDifferences(match, path) };
}

/** Packing group and name tell the rows of one UN number apart. */
function identifying({ rail, sea }: Declared['declared']): Pick<DangerousGoods, 'packingGroup'> & { name?: string } {
  const packingGroup = sea?.packingGroup ?? rail?.packingGroup;
  const name = sea?.properShippingName ?? rail?.properShippingName;
  return { ...(packingGroup && { packingGroup }), ...(name !== undefined && { name }) };
}

/** The lists themselves differ: not the sender's mistake, but whoever hands the goods over must know. */
const listDifferences = ({ rail, sea, differences }: DangerousGoodsMatch, path: string): Discrepancy[] =>
  differences.map((difference) => ({
    code: LIST_CODES[difference.field],
    field: difference.field,
    path,
    rail: { value: difference.rail, sources: rail ? [rail.edition] : [] },
    sea: { value: difference.sea, sources: sea ? [sea.edition] : [] },
  }));

const LIST_CODES = {
  hazardClass: 'DG_LIST_CLASS',
  packingGroup: 'DG_LIST_PACKING_GROUP',
  limitedQuantity: 'DG_LIST_LIMITED_QUANTITY',
} as const;
