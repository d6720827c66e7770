import type { DangerousGoodsDifference, DangerousGoodsMatch, Substance } from '../crosswalk.js';
import { chooseRow, type Choice } from './choose-row.js';
import type { ListRow } from './list-row.js';
import { imdgList, ridList, type DangerousGoodsList } from './lists.js';

/**
 * The substance's row on the rail and on the sea list, by UN number and packing group, the rest of what is declared telling rows apart. A
 * side is absent when the list has no such row, or several that the declaration does not tell apart (`ambiguous`). The lists are compared with
 * each other in what they have of the substance that the sea declares.
 */
export function matchDangerousGoods(onRail: Substance, atSea = onRail): DangerousGoodsMatch {
  const rail = lookUp(ridList(), onRail);
  const sea = lookUp(imdgList(), atSea);
  const candidates = [...rail.candidates, ...sea.candidates].map(({ listing }) => listing);
  return {
    ...(rail.row && { rail: rail.row.listing }),
    ...(sea.row && { sea: sea.row.listing }),
    ambiguous: candidates.length > 0,
    candidates,
    ...(rail.row?.listing.carriageProhibited && { prohibitedByRail: true }),
    differences: differencesOf(lookUp(ridList(), atSea), sea),
  };
}

/** One list's answer, with all its rows of the UN number. */
interface Side extends Choice {
  readonly listed: readonly ListRow[];
}

function lookUp(list: DangerousGoodsList, substance: Substance): Side {
  const listed = list.get(substance.unNumber) ?? [];
  return { listed, ...chooseRow(listed, substance) };
}

function differencesOf(rail: Side, sea: Side): DangerousGoodsDifference[] {
  if (rail.row && sea.row) return compare(rail.row, sea.row);
  const oneSideOnly = (rail.row ?? sea.row) !== undefined && rail.candidates.length + sea.candidates.length === 0;
  return oneSideOnly ? [{ field: 'packingGroup', rail: groupsOf(rail), sea: groupsOf(sea) }] : [];
}

const FIELDS = ['hazardClass', 'subsidiaryHazards', 'packingGroup', 'limitedQuantity', 'exceptedQuantity'] as const;

/** Compares like with like; a column that a list leaves blank (carriage prohibited, not subject to the rules) says nothing to compare. */
const compare = (rail: ListRow, sea: ListRow): DangerousGoodsDifference[] =>
  FIELDS.flatMap((field) => {
    const [railValue, seaValue] = [textOf(rail, field), textOf(sea, field)];
    return railValue === undefined || seaValue === undefined || railValue === seaValue
      ? []
      : [{ field, rail: railValue, sea: seaValue }];
  });

const textOf = ({ listing, subsidiaryKey }: ListRow, field: (typeof FIELDS)[number]): string | undefined =>
  field === 'subsidiaryHazards' ? (subsidiaryKey === '' ? 'none' : subsidiaryKey) : listing[field];

/** The packing groups a list has for the substance: the one found, or those it has instead. */
const groupsOf = ({ row, listed }: Side): string =>
  [...new Set((row ? [row] : listed).map(({ listing }) => listing.packingGroup ?? 'none'))].join('/');
