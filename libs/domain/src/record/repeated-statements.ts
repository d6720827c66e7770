import { sumOf } from '../decimal.js';
import type { Discrepancy, RecordContainer } from '../one-document.js';
import { AGREE, DISAGREEMENT, discrepancy, discrepancyOn, type Quantity } from './compare.js';
import { sideOf, type HeldDocument } from './held-document.js';
import { containersIn, isPart, repeats, tellsGoods, withoutRepeats } from './pair-goods.js';
import { totalOf } from './totals.js';

/**
 * Documents of one mode over the same containers (a reconsignment, a feeder and a main bill, one note and two trains): the goods are counted once, and where
 * those that repeat them state other totals than those that are counted, that is a disagreement too. A part of the containers says nothing of the whole.
 */
export function repeatedStatements(
  documents: readonly HeldDocument[],
  counted: readonly HeldDocument[],
): Discrepancy[] {
  const repeating = documents.filter((document) => !counted.includes(document));
  return repeating.flatMap((last) => {
    const first = counted.filter((one) => repeats(last, one));
    const second = besides(last, first, repeating);
    return second.at(-1) !== last || isPart(second, first)
      ? []
      : [...differing(first, second, 'packages'), ...differing(first, second, 'grossMassKg')];
  });
}

/** Containers whose goods no document of the mode is counted for: theirs shares other containers (`other`) with one that is counted. */
export function uncountedContainers(
  documents: readonly HeldDocument[],
  counted: readonly HeldDocument[],
  equipment: readonly RecordContainer[],
): Discrepancy[] {
  const uncounted = documents.filter((document) => tellsGoods(document) && !counted.includes(document));
  return uncounted.flatMap((document) => {
    const { mode } = document.content;
    const own = containersIn([document]);
    const told = containersIn(counted.filter(({ content }) => content.mode === mode));
    const shared = counted.filter((one) => repeats(document, one)).map((one) => statedTogether(one, own));
    return equipment.flatMap(({ number }, index) => {
      if (!own.has(number) || told.has(number)) return [];
      const place = { code: 'CONTAINER_NOT_COUNTED', field: 'container', path: `/equipment/${index}` };
      const stated = { value: number, sources: [document.source.documentId] };
      return [{ ...discrepancyOn(sideOf(mode), place, stated), other: shared }];
    });
  });
}

const statedTogether = (document: HeldDocument, numbers: ReadonlySet<string>) => ({
  value: [...containersIn([document])]
    .filter((number) => numbers.has(number))
    .sort()
    .join(', '),
  sources: [document.source.documentId],
});

/** The document and those that repeat the same ones for other containers. */
const besides = (document: HeldDocument, first: readonly HeldDocument[], repeating: readonly HeldDocument[]) =>
  withoutRepeats(
    repeating.filter(
      (other) => other === document || (!repeats(other, document) && first.some((one) => repeats(other, one))),
    ),
  );

function differing(first: readonly HeldDocument[], second: readonly HeldDocument[], quantity: Quantity): Discrepancy[] {
  const [counted, repeated] = [first, second].map((some) => sumOf(some.map((document) => totalOf(document, quantity))));
  if (counted === undefined || repeated === undefined || AGREE[quantity](counted, repeated)) return [];
  const stated = (some: readonly HeldDocument[], value: string) => ({
    value,
    sources: some.map(({ source }) => source.documentId),
  });
  const place = {
    code: DISAGREEMENT[quantity],
    field: quantity,
    path: `/totals/${quantity}`,
  };
  const onRail = first.every(({ content }) => sideOf(content.mode) === 'rail');
  const found = onRail
    ? discrepancy(place, stated(first, counted), null)
    : discrepancy(place, null, stated(first, counted));
  return [{ ...found, other: [stated(second, repeated)] }];
}
