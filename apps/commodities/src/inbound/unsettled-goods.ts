import type { OneDocumentChanged } from '#contracts';
import { subjectKey, type Subject } from '#crosswalk';
import { routeOf, type GoodsItem, type Naming, type Route } from '#domain';
import { subjectOfGoods } from '../work-the-queue/subject-of-goods.js';

/** The crosswalk's own verdict. */
export type Decision = NonNullable<Naming['decision']>;
export const DECISIONS = ['matched', 'ambiguous', 'unknown'] as const satisfies readonly Decision[];

export const SIDES = ['rail', 'customs'] as const;
export type Side = (typeof SIDES)[number];

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
  readonly unsettled: readonly Side[];
  /** What the crosswalk makes of each side that is not settled. */
  readonly decisions: { readonly [side in Side]?: Decision };
};

/** A goods item of a record that waits for a person. */
export interface UnsettledGoods {
  readonly oneDocumentId: string;
  readonly oneDocumentVersion: number;
  readonly sequence: number;
  readonly visibleTo: readonly string[];
  readonly noticedAt: string;
  readonly goods: UnsettledNames;
  readonly subject: Subject;
  readonly subjectKey: string;
  /** The record's. */
  readonly route?: Route;
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

/**
 * Goods items whose rail or customs naming is unmatched or only a candidate; none of a record that was merged or cancelled, nor of a document over the goods of
 * others, who name them.
 */
export function unsettledGoodsOf({ oneDocument, visibleTo }: OneDocumentChanged): UnsettledGoods[] {
  const { id, version, changedAt, state, consolidates, legs, goodsItems } = oneDocument;
  if (state === 'merged' || state === 'cancelled' || consolidates !== undefined) return [];
  const route = routeOf(legs);
  return goodsItems.flatMap((item) => {
    const goods = namesOf(item);
    const subject = subjectOfGoods(item);
    if (goods.unsettled.length === 0 || subject === undefined) return [];
    return {
      oneDocumentId: id,
      oneDocumentVersion: version,
      sequence: item.sequence,
      visibleTo,
      noticedAt: changedAt,
      goods,
      subject,
      subjectKey: subjectKey(subject),
      ...(route && { route }),
    };
  });
}

function namesOf(item: GoodsItem): UnsettledNames {
  const { railName, railCode, otherRailCodes, railNaming, customsName, hsCode, customsNaming, hsCandidates } = item;
  const rail = decisionOf(railNaming);
  const customs = decisionOf(customsNaming);
  return {
    unsettled: [...(rail ? (['rail'] as const) : []), ...(customs ? (['customs'] as const) : [])],
    decisions: { ...(rail && { rail }), ...(customs && { customs }) },
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

/** Of a side that a person has to settle; a record made before the crosswalk said its decision is judged by the certainty. */
function decisionOf({ certainty, decision }: Naming): Decision | undefined {
  if (certainty === 'unmatched') return decision ?? 'unknown';
  return certainty === 'candidate' ? (decision ?? 'ambiguous') : undefined;
}
