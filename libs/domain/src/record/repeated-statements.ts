import type { Discrepancy } from '../one-document.js';
import { discrepancy, sameCount, sameMass } from './compare.js';
import { sideOf, type HeldDocument } from './held-document.js';
import { repeats } from './pair-goods.js';
import { totalOf, type Quantity } from './totals.js';

/**
 * Two documents of one mode over the same containers (a reconsignment, a feeder and a main bill): the goods are counted once, and where the
 * second states other totals than the first, that is a disagreement too.
 */
export function repeatedStatements(documents: readonly HeldDocument[]): Discrepancy[] {
  return documents.flatMap((later, index) => {
    const earlier = documents.slice(0, index).find((document) => repeats(later, document));
    return earlier
      ? [...differing(earlier, later, 'packages', sameCount), ...differing(earlier, later, 'grossMassKg', sameMass)]
      : [];
  });
}

function differing(
  earlier: HeldDocument,
  later: HeldDocument,
  quantity: Quantity,
  agree: typeof sameMass,
): Discrepancy[] {
  const [first, second] = [totalOf(earlier, quantity), totalOf(later, quantity)];
  if (first === undefined || second === undefined || agree(first, second)) return [];
  const stated = (document: HeldDocument, value: string) => ({ value, sources: [document.source.documentId] });
  const onRail = sideOf(earlier.content.mode) === 'rail';
  const place = {
    code: quantity === 'packages' ? 'PACKAGES' : 'GROSS_MASS',
    field: quantity,
    path: `/totals/${quantity}`,
  };
  const found = onRail
    ? discrepancy(place, stated(earlier, first), null)
    : discrepancy(place, null, stated(earlier, first));
  return [{ ...found, other: [stated(later, second)] }];
}
