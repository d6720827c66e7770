import {
  type Compared,
  type DecimalText,
  type DeclarationType,
  type DeclaredItem,
  type DeclaredQuantity,
  type DeclaredTotals,
  type GoodsItem,
  type OneDocument,
  sameNumber,
  sumOf,
  type TransportMode,
} from '#domain';
import { containersOver, goodsOver } from './border-leg.js';

/** The goods as declared when the border is crossed by `mode`, and the totals of these. */
export function declaredGoods(
  record: OneDocument,
  type: DeclarationType,
  mode: TransportMode,
): { goodsItems: DeclaredItem[]; totals: DeclaredTotals } {
  const containers = containersOver(record, type).map(({ number }) => number);
  const goods = goodsOver(record, type);
  const goodsItems = goods.map((item, index) => ({
    ...declaredItem(item, mode),
    sequence: index + 1,
    containers: item.containers.filter((number) => containers.includes(number)),
  }));
  const stated = goods.length === record.goodsItems.length ? record.totals : { packages: {}, grossMassKg: {} };
  const total = (field: 'packages' | 'grossMassKg') =>
    totalOf(
      goodsItems.map((item) => item[field].declared),
      declaredQuantity(stated[field], mode),
    );
  return {
    goodsItems,
    totals: {
      packages: total('packages'),
      grossMassKg: total('grossMassKg'),
      containers: String(containers.length),
    },
  };
}

/**
 * The number of the side whose document goes with the goods over the border, because the manifest there says the same, else the undisputed value.
 * Road and inland waterway count with rail, as in the record.
 */
export function declaredQuantity({ value, rail, sea }: Compared, mode: TransportMode): DeclaredQuantity {
  const sides = { ...(rail !== undefined && { rail }), ...(sea !== undefined && { sea }) };
  const declared = (mode === 'sea' ? sea : rail) ?? value;
  return {
    ...(declared !== undefined && { declared }),
    basis: value === undefined ? 'borderDocument' : 'record',
    ...sides,
  };
}

/** The sum of the items; what the documents state in total stands where it is the same. */
function totalOf(items: readonly (DecimalText | undefined)[], stated: DeclaredQuantity): DeclaredQuantity {
  const declared = sumOf(items);
  if (declared === undefined) return { basis: 'sumOfItems' };
  const isStated = stated.declared !== undefined && sameNumber(stated.declared, declared);
  return isStated ? stated : { declared, basis: 'sumOfItems' };
}

function declaredItem(item: GoodsItem, mode: TransportMode): Omit<DeclaredItem, 'sequence' | 'containers'> {
  const { railName, railCode, railNaming, customsName, hsCode, customsNaming, packageType, netMassKg, dangerousGoods } =
    item;
  return {
    ...(railName !== undefined && { railName }),
    ...(railCode !== undefined && { railCode }),
    railNaming,
    ...(customsName !== undefined && { customsName }),
    ...(hsCode !== undefined && { hsCode }),
    customsNaming,
    packages: declaredQuantity(item.packages, mode),
    ...(packageType !== undefined && { packageType }),
    grossMassKg: declaredQuantity(item.grossMassKg, mode),
    ...(netMassKg !== undefined && { netMassKg }),
    dangerousGoods,
  };
}
