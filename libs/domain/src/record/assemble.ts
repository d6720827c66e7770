import type { Reference } from '../consignment.js';
import type { Discrepancy, OneDocument } from '../one-document.js';
import { billDiscrepancies, withOneCarriage } from './compare-bills.js';
import { gatherEquipment } from './equipment.js';
import { stateGoods, type StatedGoods } from './goods.js';
import { groupBy, sideOf, sourcesOf, statementsOf, type HeldDocument } from './held-document.js';
import { withLevels } from './house-bills.js';
import { gatherLegs } from './legs.js';
import { pairGoods, withoutRepeats } from './pair-goods.js';
import { gatherParties } from './parties.js';
import { repeatedStatements, uncountedContainers } from './repeated-statements.js';
import { narrowShared, substancesBeside, type SubstanceBeside } from './shared-documents.js';
import { speakingDocuments } from './speaking-documents.js';
import { totalDiscrepancies, totalUp } from './totals.js';
import { unbelievableMasses } from './unbelievable-masses.js';

/** What the documents say together, before the crosswalk names the goods. */
export interface Assembled extends Pick<
  OneDocument,
  'transportDocuments' | 'references' | 'parties' | 'legs' | 'equipment' | 'wagons' | 'totals' | 'discrepancies'
> {
  readonly goods: readonly StatedGoods[];
  /** In the same containers. */
  readonly beside: readonly SubstanceBeside[];
}

/**
 * One record from its documents (一单制). Not every document speaks (`speakingDocuments`), but every one is listed. The same documents in the same
 * order give the same record.
 */
export function assemble(documents: readonly HeldDocument[]): Assembled {
  const speaking = speakingDocuments(documents);
  const carried = withOneCarriage(speaking);
  const current = narrowShared(carried);
  const { parties, discrepancies: partyDiscrepancies } = gatherParties(current);
  const { equipment, wagons, discrepancies: equipmentDiscrepancies } = gatherEquipment(current);
  const bothSides = new Set(current.filter(statesGoods).map(({ content }) => sideOf(content.mode))).size === 2;
  const shared = current !== carried && carried.some(isWaybillOverOthers);
  const counted = withoutRepeats(current);
  const items = pairGoods(current, counted).map((pair, index) => stateGoods(pair, index, bothSides, shared));
  const totals = totalUp(counted, equipment.length);
  const [transportDocuments, legs] = [withLevels(documents, speaking), gatherLegs(current)];
  const goodsDiscrepancies: Discrepancy[] = items.flatMap(({ discrepancies }) => discrepancies);
  return {
    transportDocuments,
    references: gatherReferences(current),
    parties,
    legs,
    equipment,
    wagons,
    goods: items.map(({ goods }) => goods),
    beside: substancesBeside(speaking),
    totals,
    discrepancies: [
      ...partyDiscrepancies,
      ...equipmentDiscrepancies,
      ...goodsDiscrepancies,
      ...totalDiscrepancies(totals, current, goodsDiscrepancies),
      ...repeatedStatements(current, counted),
      ...uncountedContainers(current, counted, equipment),
      ...billDiscrepancies(speaking, { transportDocuments, legs, equipment }),
      ...unbelievableMasses(current, { equipment, wagons, totals }),
    ],
  };
}

const isWaybillOverOthers = ({ source, content }: HeldDocument): boolean =>
  source.shared === true && content.kind === 'railWaybill' && content.goods.length > 0;

/** Whether goods that it does not name are not in its carriage. */
const statesGoods = ({ source, content }: HeldDocument): boolean => !source.shared || content.goods.length > 0;

function gatherReferences(documents: readonly HeldDocument[]): OneDocument['references'] {
  const groups = groupBy(
    statementsOf(documents, ({ references }) => references),
    ({ value }) => JSON.stringify([value.type, value.value]),
  );
  return [...groups.values()].map((statements) => {
    const { type, value } = (statements[0] as { value: Reference }).value;
    return { type, value, sources: sourcesOf(statements) };
  });
}
