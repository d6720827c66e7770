import { isDeepStrictEqual } from 'node:util';
import type { UnsettledNames } from '../inbound/unsettled-goods.js';
import type { QueuedGoods } from './queued-goods.js';

/** A part of the item that is another now than when it was looked at. */
export interface Changed {
  readonly field: string;
  readonly before?: unknown;
  readonly now?: unknown;
}

/** What changed of the item since that version of the record; nothing where only other parts of the record did. */
export function changedSince({ goods, earlier }: Pick<QueuedGoods, 'goods' | 'earlier'>, looked: number): Changed[] {
  const before = earlier.find(({ upTo }) => upTo >= looked)?.goods ?? goods;
  const fields = new Set([...Object.keys(before), ...Object.keys(goods)]) as Set<keyof UnsettledNames>;
  return [...fields]
    .filter((field) => !isDeepStrictEqual(before[field], goods[field]))
    .map((field) => ({ field, before: before[field], now: goods[field] }));
}
