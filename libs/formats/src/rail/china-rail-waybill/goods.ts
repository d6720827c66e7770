import type { DangerousGoods, DecimalText, GoodsLine, Stowage } from '#domain';
import { given } from '../../mapping/given.js';
import { namesOf } from './names.js';
import type { GoodsItem, Split, WaybillDangerousGoods } from './tree.types.js';

/** One item of the form as a goods line. The customs name is the shipper's statement for customs, not a name rail uses: it stays in the original. */
export const goodsLineOf = (item: GoodsItem, index: number): GoodsLine =>
  given({
    sequence: item.Sequence ?? String(index + 1),
    names: namesOf(item),
    railCodes: item.RailCode === undefined ? [] : [{ scheme: 'CN-RAIL' as const, code: item.RailCode }],
    hsCodes: item.HsCode === undefined ? [] : [item.HsCode],
    packages: item.Packages,
    packageType: item.PackagingCode,
    packageText: item.PackagingText,
    grossMassKg: massOf(item),
    volumeM3: item.VolumeM3,
    marks: item.Marks.length > 0 ? item.Marks : undefined,
    stowage: item.Split.map(stowageOf),
    dangerousGoods: item.DangerousGoods.map(dangerousGoodsOf),
    path: item.path,
  });

/** The carrier's determined mass (承运人确定重量) counts where there is one: it is what the railway carries by. */
export const massOf = ({
  CarrierMassKg,
  ConsignorMassKg,
}: Pick<GoodsItem, 'CarrierMassKg' | 'ConsignorMassKg'>): DecimalText => CarrierMassKg ?? ConsignorMassKg;

const stowageOf = ({ ContainerNumber, Packages, MassKg }: Split): Stowage =>
  given({ containerNumber: ContainerNumber, packages: Packages, grossMassKg: MassKg });

const dangerousGoodsOf = (substance: WaybillDangerousGoods): DangerousGoods =>
  given({
    unNumber: substance.UnNumber,
    properShippingName: substance.ProperShippingName,
    hazardClass: substance.Class,
    subsidiaryHazards: substance.SubsidiaryClass.length > 0 ? substance.SubsidiaryClass : undefined,
    packingGroup: substance.PackingGroup,
    limitedQuantity: substance.LimitedQuantity === undefined ? undefined : substance.LimitedQuantity === 'true',
    chinaRailNumber: substance.RailNumber,
    regulation: 'CN-RAIL',
  });
