import { sameNumber, sumOf, type Finding } from '#domain';
import { agreesWithRailNumber } from './code-lists.js';
import { warning } from './findings.js';
import type { GoodsItem, WaybillDangerousGoods } from './tree.types.js';

/** One item: its rail code, the two statements of its mass, its dangerous goods and its split over containers. */
export const checkGoods = (item: GoodsItem): Finding[] => [
  ...(item.RailCode === undefined ? [noRailCode(`${item.path}/RailCode`)] : []),
  ...(statesTwoMasses(item) ? [massesDiffer(`${item.path}/CarrierMassKg`)] : []),
  ...item.DangerousGoods.flatMap(checkDangerousGoods),
  ...checkSplit(item),
];

const statesTwoMasses = ({ CarrierMassKg, ConsignorMassKg }: GoodsItem): boolean =>
  CarrierMassKg !== undefined && !sameNumber(CarrierMassKg, ConsignorMassKg);

const checkDangerousGoods = ({ Class, RailNumber, path }: WaybillDangerousGoods): Finding[] =>
  Class !== undefined && RailNumber !== undefined && agreesWithRailNumber(Class, RailNumber) === false
    ? [classDisagrees(`${path}/RailNumber`)]
    : [];

/** The parts must make up the whole; parts whose packages or mass are not all given say nothing about it. */
function checkSplit({ Split, Packages, ConsignorMassKg, CarrierMassKg, path }: GoodsItem): Finding[] {
  return [
    ...(addsUp(
      Split.map((part) => part.Packages),
      [Packages],
    )
      ? []
      : [splitDiffers(`${path}/Packages`)]),
    ...(addsUp(
      Split.map(({ MassKg }) => MassKg),
      [ConsignorMassKg, CarrierMassKg],
    )
      ? []
      : [splitDiffers(`${path}/ConsignorMassKg`)]),
  ];
}

/** Whether the parts sum to one of the wholes, as far as both are stated. */
export function addsUp(parts: readonly (string | undefined)[], wholes: readonly (string | undefined)[]): boolean {
  const stated = wholes.filter((whole) => whole !== undefined);
  const sum = sumOf(parts);
  return sum === undefined || stated.length === 0 || stated.some((whole) => sameNumber(sum, whole));
}

const noRailCode = (path: string): Finding =>
  warning({
    code: 'CHINA_RAIL.NO_RAIL_CODE',
    path,
    en: 'The goods have no seven-digit rail commodity code. Add it, so that they can be matched with their customs code.',
    zh: '货物没有 7 位铁路品名代码。请补充，以便与海关编码对应。',
    rule: '铁路货物运输品名分类与代码表',
  });

const massesDiffer = (path: string): Finding =>
  warning({
    code: 'CHINA_RAIL.MASS_STATEMENTS',
    path,
    en: "The carrier's determined mass differs from the consignor's; the record takes the carrier's. Make sure that it is the right one.",
    zh: '承运人确定重量与托运人填报重量不一致，记录采用承运人确定的重量。请核实。',
  });

const classDisagrees = (path: string): Finding =>
  warning({
    code: 'CHINA_RAIL.DG_CLASS',
    path,
    en: 'The first two digits of the China rail dangerous goods number name another class than the one declared. Check both against the dangerous goods list.',
    zh: '铁危编号前两位所示的类项与申报的类项不符。请对照危险货物品名表核对两者。',
    rule: 'GB 6944-2012; 铁路危险货物品名表',
  });

const splitDiffers = (path: string): Finding =>
  warning({
    code: 'CHINA_RAIL.SPLIT_SUM',
    path,
    en: 'The parts per container do not add up to this. Correct the parts or the item.',
    zh: '各箱分配之和与此不符。请改正分箱数据或该项数据。',
  });
