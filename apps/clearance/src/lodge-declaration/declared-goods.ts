import {
  type Compared,
  type DecimalText,
  type DeclaredItem,
  type DeclaredQuantity,
  type DeclaredTotals,
  type GoodsItem,
  type OneDocument,
  type RecordContainer,
  sumOf,
  type TransportMode,
} from '#domain';

/** The goods as declared when the border is crossed by `mode` in these containers. */
export function declaredGoods(
  record: OneDocument,
  mode: TransportMode,
  over: readonly RecordContainer[],
): { goodsItems: DeclaredItem[]; totals: DeclaredTotals } {
  const numbers = new Set(over.map(({ number }) => number));
  const goodsItems = record.goodsItems.map((item) => ({
    ...declaredItem(item, mode),
    containers: item.containers.filter((number) => numbers.has(number)),
  }));
  const { packages, grossMassKg } = record.totals;
  const total = (compared: Compared, field: 'packages' | 'grossMassKg') =>
    orSum(
      declaredQuantity(compared, mode),
      goodsItems.map((item) => item[field].declared),
    );
  return {
    goodsItems,
    totals: {
      packages: total(packages, 'packages'),
      grossMassKg: total(grossMassKg, 'grossMassKg'),
      containers: String(over.length),
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

/** A total that no document states is the sum of the items, when every item has a number. */
function orSum(total: DeclaredQuantity, items: readonly (DecimalText | undefined)[]): DeclaredQuantity {
  if (total.declared !== undefined) return total;
  const declared = sumOf(items);
  return declared === undefined ? total : { ...total, declared, basis: 'sumOfItems' };
}

function declaredItem(item: GoodsItem, mode: TransportMode): Omit<DeclaredItem, 'containers'> {
  const {
    sequence,
    railName,
    railCode,
    railNaming,
    customsName,
    hsCode,
    customsNaming,
    packageType,
    netMassKg,
    dangerousGoods,
  } = item;
  return {
    sequence,
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
