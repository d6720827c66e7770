import type { OneDocumentChanged } from '#contracts';
import type { GoodsItem, Naming } from '#domain';

/** What a person needs to see of a goods item to settle its names. */
export type UnsettledNames = Pick<
  GoodsItem,
  | 'railName'
  | 'railCode'
  | 'otherRailCodes'
  | 'railNaming'
  | 'customsName'
  | 'hsCode'
  | 'customsNaming'
  | 'hsCandidates'
> & {
  /** Which side of the item is not settled. */
  readonly unsettled: readonly ('rail' | 'customs')[];
};

/** A goods item of a record that waits for a person. */
export interface UnsettledGoods {
  readonly oneDocumentId: string;
  readonly oneDocumentVersion: number;
  readonly sequence: number;
  readonly visibleTo: readonly string[];
  readonly noticedAt: string;
  readonly goods: UnsettledNames;
}

/** The last word on each record of a batch. */
export const latestOf = (changes: readonly OneDocumentChanged[]): OneDocumentChanged[] => {
  const latest = new Map<string, OneDocumentChanged>();
  for (const change of changes) {
    const { id, version } = change.oneDocument;
    if (version > (latest.get(id)?.oneDocument.version ?? 0)) latest.set(id, change);
  }
  return [...latest.values()];
};

/** Goods items whose rail or customs naming is unmatched or only a candidate; none of a record that was merged or cancelled. */
export function unsettledGoodsOf({ oneDocument, visibleTo }: OneDocumentChanged): UnsettledGoods[] {
  const { id, version, changedAt, state, goodsItems } = oneDocument;
  if (state === 'merged' || state === 'cancelled') return [];
  return goodsItems
    .map((item) => ({ sequence: item.sequence, goods: namesOf(item) }))
    .filter(({ goods }) => goods.unsettled.length > 0)
    .map((item) => ({ ...item, oneDocumentId: id, oneDocumentVersion: version, visibleTo, noticedAt: changedAt }));
}

function namesOf(item: GoodsItem): UnsettledNames {
  const { railName, railCode, otherRailCodes, railNaming, customsName, hsCode, customsNaming, hsCandidates } = item;
  return {
    unsettled: [
      ...(isOpen(railNaming) ? (['rail'] as const) : []),
      ...(isOpen(customsNaming) ? (['customs'] as const) : []),
    ],
    ...(railName !== undefined && { railName }),
    ...(railCode !== undefined && { railCode }),
    otherRailCodes,
    railNaming,
    ...(customsName !== undefined && { customsName }),
    ...(hsCode !== undefined && { hsCode }),
    customsNaming,
    hsCandidates,
  };
}

const isOpen = ({ certainty }: Naming): boolean => certainty === 'unmatched' || certainty === 'candidate';
