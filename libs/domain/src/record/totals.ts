import { sumOf } from '../decimal.js';
import type { Compared, Discrepancy, RecordTotals } from '../one-document.js';
import { AGREE, compare, DISAGREEMENT, discrepancyOf, QUANTITIES, type Quantity } from './compare.js';
import { sideOf, type HeldDocument, type Side } from './held-document.js';

/** What each side says in total: its documents' own totals, or the sum of their lines where a document states none. */
export function totalUp(counted: readonly HeldDocument[], containers: number): RecordTotals {
  const compared = (quantity: Quantity): Compared =>
    compare(totalOn('rail', quantity, counted), totalOn('sea', quantity, counted), AGREE[quantity]);
  return {
    packages: compared('packages'),
    grossMassKg: compared('grossMassKg'),
    containers: String(containers),
  };
}

/** A document that says nothing of goods adds nothing. */
const totalOn = (side: Side, quantity: Quantity, documents: readonly HeldDocument[]): string | undefined =>
  sumOf(
    documents
      .filter(({ content }) => sideOf(content.mode) === side)
      .filter(({ content }) => content.goods.length > 0 || content.totals[quantity] !== undefined)
      .map((document) => totalOf(document, quantity)),
  );

/** The document's own total, else the sum of its lines. */
export const totalOf = ({ content }: Pick<HeldDocument, 'content'>, quantity: Quantity): string | undefined =>
  content.totals[quantity] ?? sumOf(content.goods.map((line) => line[quantity]));

/** Totals disagree on their own only where no goods item already says so. */
export function totalDiscrepancies(
  totals: RecordTotals,
  documents: readonly HeldDocument[],
  found: readonly Discrepancy[],
): Discrepancy[] {
  const sources = { rail: idsOn('rail', documents), sea: idsOn('sea', documents) };
  const already = new Set(found.map(({ code }) => code));
  return QUANTITIES.filter((quantity) => !already.has(DISAGREEMENT[quantity])).flatMap((quantity) =>
    discrepancyOf(
      { code: DISAGREEMENT[quantity], field: quantity, path: `/totals/${quantity}` },
      totals[quantity],
      sources,
    ),
  );
}

const idsOn = (side: Side, documents: readonly HeldDocument[]): string[] =>
  documents.filter(({ content }) => sideOf(content.mode) === side).map(({ source }) => source.documentId);
