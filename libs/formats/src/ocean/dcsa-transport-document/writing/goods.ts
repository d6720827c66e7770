import type { DangerousGoods, GoodsLine, Stowage } from '#domain';
import { given } from '../../../mapping/given.js';
import { PACKING_GROUPS } from '../code-lists.js';
import type { CargoItemTree, ConsignmentItemTree, DangerousGoodsTree } from '../tree.types.js';
import { line, linesOf } from './line.js';
import { listed } from './listed.js';

/** Goods are stated container by container; `unsplit` says where the record does not know what is in each. */
export const itemBlock = (item: GoodsLine, booking: string | undefined): Partial<ConsignmentItemTree> =>
  given({
    carrierBookingReference: booking,
    descriptionOfGoods: linesOf(item.names[0]?.text ?? '', 35),
    HSCodes: item.hsCodes,
    nationalCommodityCodes: listed(item.railCodes.map(({ scheme, code }) => ({ type: scheme, values: [code] }))),
    shippingMarks: item.marks?.map((mark) => line(mark, 35)),
    cargoItems: item.stowage.map((stowage) => cargoBlock(item, stowage)),
  });

const cargoBlock = (item: GoodsLine, stowage: Stowage) => {
  const { containerNumber, grossMassKg, packages, netMassKg, volumeM3 } = { ...wholeOf(item), ...stowage };
  return given({
    equipmentReference: containerNumber,
    cargoGrossWeight: quantity(grossMassKg, 'KGM'),
    cargoNetWeight: quantity(netMassKg, 'KGM'),
    cargoGrossVolume: quantity(volumeM3, 'MTQ'),
    outerPackaging: given({
      packageCode: item.packageType,
      numberOfPackages: packages,
      description: line(item.packageText ?? '', 100),
      dangerousGoods: listed(item.dangerousGoods.map(substanceBlock)),
    }),
  }) as CargoItemTree;
};

/** What a record has for the item as a whole only is in its one container. */
const wholeOf = ({ stowage, netMassKg, volumeM3 }: GoodsLine) =>
  stowage.length === 1 ? given({ netMassKg, volumeM3 }) : {};

const quantity = (value: string | undefined, unit: string) => (value === undefined ? undefined : { value, unit });

const substanceBlock = (goods: DangerousGoods): DangerousGoodsTree => ({
  properShippingName: line(goods.properShippingName ?? '', 250),
  imoClass: goods.hazardClass ?? '',
  ...given({
    UNNumber: goods.unNumber,
    subsidiaryRisk1: goods.subsidiaryHazards?.[0],
    subsidiaryRisk2: goods.subsidiaryHazards?.[1],
    packingGroup: [...PACKING_GROUPS].find(([, group]) => group === goods.packingGroup)?.[0],
    isLimitedQuantity: goods.limitedQuantity,
    isMarinePollutant: goods.marinePollutant,
    EMSNumber: goods.emergencySchedule,
    limits:
      goods.flashpointCelsius === undefined
        ? undefined
        : { temperatureUnit: 'CEL', flashPoint: goods.flashpointCelsius },
  }),
});
