import type { Stowage } from '../consignment.js';
import { sumOf } from '../decimal.js';
import type { Compared, Discrepancy, GoodsInContainer } from '../one-document.js';
import {
  AGREE,
  compare,
  disagrees,
  discrepancy,
  discrepancyOf,
  discrepancyOn,
  QUANTITIES,
  type Quantity,
} from './compare.js';
import { groupBy, onSide, sourcesOf, type Side, type Statement } from './held-document.js';
import { containersOf, type GoodsPair, type Line } from './pair-goods.js';

type Part = Statement<Stowage>;

/** What documents state of the goods in each container. Nothing is worked out: a container for which none is stated is not here. */
export function goodsPerContainer({ rail, sea }: GoodsPair): GoodsInContainer[] {
  const parts = groupBy([...rail, ...sea].flatMap(partsOf), ({ value }) => value.containerNumber);
  return [...parts].flatMap(([container, inIt]) => (inIt.some(statesQuantity) ? [inContainer(container, inIt)] : []));
}

const partsOf = ({ value, ...statement }: Line): Part[] => value.stowage.map((part) => ({ ...statement, value: part }));

const STATED = [...QUANTITIES, 'netMassKg', 'volumeM3'] as const;

const statesQuantity = ({ value }: Part): boolean => STATED.some((quantity) => value[quantity] !== undefined);

function inContainer(container: string, parts: readonly Part[]): GoodsInContainer {
  const on = (side: Side, quantity: (typeof STATED)[number]) =>
    sumOf(onSide(parts, side).map(({ value }) => value[quantity]));
  const packages = compare(on('rail', 'packages'), on('sea', 'packages'), AGREE.packages);
  const grossMassKg = compare(on('rail', 'grossMassKg'), on('sea', 'grossMassKg'), AGREE.grossMassKg);
  const netMassKg = on('rail', 'netMassKg') ?? on('sea', 'netMassKg');
  const volumeM3 = on('sea', 'volumeM3') ?? on('rail', 'volumeM3');
  return {
    container,
    ...(isStated(packages) && { packages }),
    ...(isStated(grossMassKg) && { grossMassKg }),
    ...(netMassKg !== undefined && { netMassKg }),
    ...(volumeM3 !== undefined && { volumeM3 }),
    sources: sourcesOf(parts.filter(statesQuantity)),
  };
}

const isStated = ({ rail, sea }: Compared): boolean => rail !== undefined || sea !== undefined;

/** An item as far as its split is held against it. */
interface SplitItem extends Readonly<Record<Quantity, Compared>> {
  readonly perContainer?: readonly GoodsInContainer[];
}

/** Where the sides disagree on one container, and where the containers of a side do not make up the item. */
export function splitDiscrepancies(item: SplitItem, pair: GoodsPair, path: string): Discrepancy[] {
  return QUANTITIES.flatMap((quantity) => [
    ...containerDiscrepancies(item, pair, path, quantity),
    ...(['rail', 'sea'] as const).flatMap((side) => sumDiscrepancy(item, pair, `${path}/perContainer`, quantity, side)),
  ]);
}

/** Goods in one container are there whole: what the sides disagree on is told of the item. */
function containerDiscrepancies(item: SplitItem, pair: GoodsPair, path: string, quantity: Quantity): Discrepancy[] {
  if (containersOf([...pair.rail, ...pair.sea]).length === 1 && disagrees(item[quantity])) return [];
  return (item.perContainer ?? []).flatMap(({ container, [quantity]: compared = {} }, index) =>
    discrepancyOf(
      { code: CODES[quantity].container, field: quantity, path: `${path}/perContainer/${index}/${quantity}` },
      compared,
      { rail: sourcesFor(container, pair.rail), sea: sourcesFor(container, pair.sea) },
    ),
  );
}

const sourcesFor = (container: string, lines: readonly Line[]): string[] =>
  sourcesOf(lines.flatMap(partsOf).filter((part) => part.value.containerNumber === container && statesQuantity(part)));

/** Held against what the same side says of the item as a whole, else against what the other says. */
function sumDiscrepancy(item: SplitItem, pair: GoodsPair, path: string, quantity: Quantity, side: Side): Discrepancy[] {
  const inContainers = new Map((item.perContainer ?? []).map((part) => [part.container, part[quantity]?.[side]]));
  const sum = sumOf(containersOf(pair[side]).map((container) => inContainers.get(container)));
  const stating = item[quantity][side] === undefined ? OTHER[side] : side;
  const whole = item[quantity][stating];
  if (sum === undefined || whole === undefined || AGREE[quantity](whole, sum)) return [];
  const place = { code: CODES[quantity].split, field: quantity, path };
  const said = { value: whole, sources: sourcesOf(pair[stating]) };
  const added = { value: sum, sources: sourcesOf(pair[side]) };
  if (stating !== side) return [side === 'rail' ? discrepancy(place, added, said) : discrepancy(place, said, added)];
  return [{ ...discrepancyOn(side, place, said), other: [added] }];
}

const OTHER = { rail: 'sea', sea: 'rail' } as const;
const CODES = {
  packages: { container: 'CONTAINER_PACKAGES', split: 'SPLIT_PACKAGES' },
  grossMassKg: { container: 'CONTAINER_GROSS_MASS', split: 'SPLIT_GROSS_MASS' },
} as const;
