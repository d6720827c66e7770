import { normaliseContainerNumber, sumOf, type DangerousGoods, type GoodsLine, type Stowage } from '#domain';
import { PACKING_GROUPS, RAIL_CODE_TYPES } from './code-lists.js';
import { distinct } from './distinct.js';
import { given } from '../../mapping/given.js';
import { cubicMetresOf, flashpointOf, kilogramsOf } from './quantities.js';
import type { CargoItemTree, CommodityCodesTree, ConsignmentItemTree, DangerousGoodsTree } from './tree.types.js';

/** One goods line for a consignment item; its quantities are the exact sums over its cargo items. */
export function goodsLineOf(item: ConsignmentItemTree, index: number, pointer: string): GoodsLine {
  const { cargoItems } = item;
  const packagings = cargoItems.map(({ outerPackaging }) => outerPackaging);
  return given({
    sequence: String(index + 1),
    names: namesOf(item),
    railCodes: railCodesOf(item),
    hsCodes: hsCodesOf(item),
    packages: sumOf(packagings.map(({ numberOfPackages }) => numberOfPackages)),
    packageType: onlyOne(packagings.map(({ packageCode }) => packageCode)),
    packageText: onlyOne(packagings.map(({ description }) => description)),
    grossMassKg: sumOf(cargoItems.map(({ cargoGrossWeight }) => kilogramsOf(cargoGrossWeight))),
    netMassKg: sumOf(cargoItems.map(({ cargoNetWeight }) => kilogramsOf(cargoNetWeight))),
    volumeM3: sumOf(cargoItems.map(({ cargoGrossVolume }) => cubicMetresOf(cargoGrossVolume))),
    marks: item.shippingMarks && item.shippingMarks.length > 0 ? item.shippingMarks : undefined,
    stowage: cargoItems.map(stowageOf),
    dangerousGoods: distinct(packagings.flatMap(({ dangerousGoods = [] }) => dangerousGoods.flatMap(dangerousGoodsOf))),
    path: `${pointer}/consignmentItems/${index}`,
  });
}

/** The lines of the description are one text cut to the standard's line length. */
function namesOf({ descriptionOfGoods }: ConsignmentItemTree): GoodsLine['names'] {
  const text = descriptionOfGoods.filter((line) => line !== '').join(' ');
  return text === '' ? [] : [{ text }];
}

/** `extendedHSCodes` take the place of `HSCodes` (ConsignmentItem.extendedHSCodes). */
const hsCodesOf = ({ extendedHSCodes, HSCodes }: ConsignmentItemTree): readonly string[] =>
  filled(extendedHSCodes) ?? HSCodes ?? [];

const railCodesOf = (item: ConsignmentItemTree): GoodsLine['railCodes'] =>
  distinct([item, ...item.cargoItems].flatMap(railCodesIn));

/** `extendedNationalCommodityCodes` take the place of `nationalCommodityCodes`. */
function railCodesIn({
  extendedNationalCommodityCodes,
  nationalCommodityCodes,
}: ConsignmentItemTree | CargoItemTree): GoodsLine['railCodes'] {
  const lists: readonly CommodityCodesTree[] = filled(extendedNationalCommodityCodes) ?? nationalCommodityCodes ?? [];
  return lists.flatMap(({ type, values }) => {
    const scheme = RAIL_CODE_TYPES.get(type.toUpperCase().replace(/[-_ ]/g, ''));
    return scheme ? values.map((code) => ({ scheme, code })) : [];
  });
}

const filled = <T>(list: readonly T[] | undefined): readonly T[] | undefined =>
  list && list.length > 0 ? list : undefined;

const stowageOf = (cargo: CargoItemTree): Stowage =>
  given({
    containerNumber: normaliseContainerNumber(cargo.equipmentReference),
    packages: cargo.outerPackaging.numberOfPackages,
    grossMassKg: kilogramsOf(cargo.cargoGrossWeight),
    netMassKg: kilogramsOf(cargo.cargoNetWeight),
    volumeM3: cubicMetresOf(cargo.cargoGrossVolume),
  });

function dangerousGoodsOf(goods: DangerousGoodsTree): DangerousGoods[] {
  if (goods.UNNumber === undefined) return [];
  const subsidiary = [goods.subsidiaryRisk1, goods.subsidiaryRisk2].filter((risk) => risk !== undefined);
  return [
    given({
      unNumber: goods.UNNumber,
      properShippingName: goods.properShippingName,
      hazardClass: goods.imoClass,
      subsidiaryHazards: filled(subsidiary),
      packingGroup: PACKING_GROUPS.get(goods.packingGroup ?? ''),
      limitedQuantity: goods.isLimitedQuantity,
      marinePollutant: goods.isMarinePollutant,
      emergencySchedule: goods.EMSNumber?.replace(/[\s,]+/, ','),
      regulation: 'IMDG',
      flashpointCelsius: flashpointOf(goods),
    }),
  ];
}

/** The value they all have; absent when they differ or one has none. */
const onlyOne = (values: readonly (string | undefined)[]): string | undefined =>
  new Set(values).size === 1 ? values[0] : undefined;
