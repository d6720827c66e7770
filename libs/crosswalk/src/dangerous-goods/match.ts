import type { DangerousGoodsListing } from '#domain';
import type { Crosswalk, DangerousGoodsDifference, DangerousGoodsMatch } from '../crosswalk.js';
import { chooseRow, rowsOfGroup, type Choice } from './choose-row.js';
import { imdgList, ridList, type DangerousGoodsList, type ListRow } from './lists.js';

type Substance = Parameters<Crosswalk['matchDangerousGoods']>[0];

/**
 * The substance's row on the rail and on the sea list, by UN number and packing group, the name telling rows apart. A side is absent when
 * the list has no such row, or several that the declaration does not tell apart (`ambiguous`).
 */
export function matchDangerousGoods(substance: Substance): DangerousGoodsMatch {
  const rail = lookUp(ridList(), substance);
  const sea = lookUp(imdgList(), substance);
  return {
    ...(rail.row && { rail: rail.row.listing }),
    ...(sea.row && { sea: sea.row.listing }),
    ambiguous: rail.ambiguous || sea.ambiguous,
    ...(rail.row?.prohibited && { prohibitedByRail: true }),
    differences: differencesOf(rail, sea),
  };
}

/** One list's answer, with all its rows of the UN number. */
interface Side extends Choice {
  readonly listed: readonly ListRow[];
}

function lookUp(list: DangerousGoodsList, { unNumber, packingGroup, name }: Substance): Side {
  const listed = list.get(unNumber) ?? [];
  return { listed, ...chooseRow(rowsOfGroup(listed, packingGroup), name) };
}

function differencesOf(rail: Side, sea: Side): DangerousGoodsDifference[] {
  if (rail.row && sea.row) return compare(rail.row.listing, sea.row.listing);
  const oneSideOnly = (rail.row ?? sea.row) !== undefined && !rail.ambiguous && !sea.ambiguous;
  return oneSideOnly ? [{ field: 'packingGroup', rail: groupsOf(rail), sea: groupsOf(sea) }] : [];
}

/** Compares like with like; a column that a list leaves blank (carriage prohibited, not subject to the rules) says nothing to compare. */
const compare = (rail: DangerousGoodsListing, sea: DangerousGoodsListing): DangerousGoodsDifference[] =>
  (['hazardClass', 'packingGroup', 'limitedQuantity'] as const).flatMap((field) => {
    const [railValue, seaValue] = [rail[field], sea[field]];
    return railValue === undefined || seaValue === undefined || railValue === seaValue
      ? []
      : [{ field, rail: railValue, sea: seaValue }];
  });

/** The packing groups a list has for the substance: the one found, or those it has instead. */
const groupsOf = ({ row, listed }: Side): string =>
  [...new Set((row ? [row] : listed).map(({ listing }) => listing.packingGroup ?? 'none'))].join('/');
