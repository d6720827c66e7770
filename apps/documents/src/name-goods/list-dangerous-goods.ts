import type { Discrepancy, GoodsItem, RecordDangerousGoods } from '#domain';
import type { Crosswalk } from '#crosswalk';
import { declarationFindings } from './declared-dangerous-goods.js';
import { listingFindings } from './listed-dangerous-goods.js';
import { segregationFindings } from './segregate-dangerous-goods.js';
import { sourcesBySide, substanceOf, type StowedRecord } from './stated-substance.js';
import { suspicionOf } from './suspect-dangerous-goods.js';

export interface ListedGoods {
  readonly goodsItems: readonly GoodsItem[];
  readonly discrepancies: readonly Discrepancy[];
}

/**
 * Both listings of each dangerous substance, and what lists and documents disagree on: the lists with each other, a declaration with its
 * list, substances that stand in one container, and goods whose name is dangerous while no UN number is declared.
 */
export function listDangerousGoods(record: StowedRecord, crosswalk: Crosswalk): ListedGoods {
  const items = record.goodsItems.map((item, index) => listItem(item, `/goodsItems/${index}`, record, crosswalk));
  return {
    goodsItems: items.map(({ item }) => item),
    discrepancies: [...items.flatMap(({ discrepancies }) => discrepancies), ...segregationFindings(record)],
  };
}

interface ListedItem {
  readonly item: GoodsItem;
  readonly discrepancies: readonly Discrepancy[];
}

function listItem(item: GoodsItem, path: string, record: StowedRecord, crosswalk: Crosswalk): ListedItem {
  const sources = sourcesBySide(item, record);
  if (item.dangerousGoods.length === 0) return { item, discrepancies: suspicionOf(item, path, sources) };
  const substances = item.dangerousGoods.map((stated, index) => {
    const match = crosswalk.matchDangerousGoods(substanceOf(stated, 'rail'), substanceOf(stated, 'sea'));
    const substance: RecordDangerousGoods = {
      ...stated,
      ...(match.rail && { railListing: match.rail }),
      ...(match.sea && { seaListing: match.sea }),
    };
    const place = `${path}/dangerousGoods/${index}`;
    return {
      substance,
      discrepancies: [...declarationFindings(stated, place, sources), ...listingFindings(match, stated, place, record)],
    };
  });
  return {
    item: { ...item, dangerousGoods: substances.map(({ substance }) => substance) },
    discrepancies: substances.flatMap(({ discrepancies }) => discrepancies),
  };
}
