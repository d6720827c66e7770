import { isDeepStrictEqual } from 'node:util';
import type { OneDocument } from '#domain';
import type { Declaration, DeclaredItem, DeclaredTotals } from '../lodge-declaration/declaration.js';
import { declaredGoods } from '../lodge-declaration/declared-goods.js';

/**
 * Whether the record has moved away from what was declared: other goods, codes, packages or masses, or no longer open. How a name was found
 * and where the documents came from may change without that.
 */
export function isOutdated(declaration: Declaration, recordNow: OneDocument): boolean {
  if (recordNow.state !== 'open') return true;
  if (recordNow.version === declaration.oneDocumentVersion) return false;
  return !isDeepStrictEqual(facts(declaredGoods(recordNow, declaration.borderCrossing.mode)), facts(declaration));
}

/** JSON and back, so that what came from the database compares with what was just made. */
const facts = ({ goodsItems, totals }: { goodsItems: readonly DeclaredItem[]; totals: DeclaredTotals }): unknown =>
  JSON.parse(
    JSON.stringify({
      goodsItems: goodsItems.map(({ railNaming: _rail, customsNaming: _customs, ...goods }) => goods),
      totals,
    }),
  );
