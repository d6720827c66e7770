import type { DangerousGoods, DangerousGoodsListing, OneDocument } from '#domain';
import { cell, column, quiet, type Cell, type Section } from '../section.js';

export const dangerousGoods = ({ goodsItems }: OneDocument): Section => ({
  heading: { zh: '危险货物', en: 'Dangerous goods' },
  columns: [
    column('货物', 'Goods', 1),
    column('联合国编号', 'UN number', 1.7),
    column('铁路申报', 'Declared on rail', 3.4),
    column('海运申报', 'Declared at sea', 3.4),
    column('铁路名录', 'Listed for rail', 3.4),
    column('海运名录', 'Listed for sea', 3.4),
  ],
  rows: goodsItems.flatMap(({ sequence, dangerousGoods: substances }) =>
    substances.map(({ unNumber, declared, railListing, seaListing }) => [
      cell(String(sequence)),
      cell(`UN ${unNumber}`),
      declaration(declared.rail),
      declaration(declared.sea),
      listing(railListing),
      listing(seaListing),
    ]),
  ),
});

function declaration(stated: DangerousGoods | undefined): Cell {
  if (!stated) return quiet('未申报 Not declared');
  const { chinaRailNumber, flashpointCelsius } = stated;
  return [
    ...cell(stated.properShippingName, ...classAndGroup(stated)),
    ...cell(
      subsidiary(stated),
      stated.limitedQuantity ? '限量 Limited quantity' : undefined,
      stated.marinePollutant ? '海洋污染物 Marine pollutant' : undefined,
      chinaRailNumber && `铁危编号 China rail no. ${chinaRailNumber}`,
      stated.emergencySchedule && `EmS ${stated.emergencySchedule}`,
      flashpointCelsius && `闪点 Flashpoint ${flashpointCelsius} °C`,
    ),
    ...quiet(stated.regulation),
  ];
}

const listing = (listed: DangerousGoodsListing | undefined): Cell =>
  listed
    ? [
        ...cell(listed.properShippingName, ...classAndGroup(listed)),
        ...cell(
          subsidiary(listed),
          listed.carriageProhibited && '禁止铁路承运 Forbidden by rail',
          listed.marinePollutant && '海洋污染物 Marine pollutant',
          listed.limitedQuantity && `限量 Limited quantity ${listed.limitedQuantity}`,
          listed.exceptedQuantity && `例外数量 Excepted quantity ${listed.exceptedQuantity}`,
          listed.emergencySchedule && `EmS ${listed.emergencySchedule}`,
          stowage(listed),
          listed.segregationCodes && `隔离 Segregation ${listed.segregationCodes.join(' ')}`,
        ),
        ...quiet(listed.edition),
      ]
    : quiet('未列入 Not found in the list');

const classAndGroup = ({
  hazardClass,
  packingGroup,
}: DangerousGoods | DangerousGoodsListing): (string | undefined)[] => [
  hazardClass && `类别 Class ${hazardClass}`,
  packingGroup && `包装类别 PG ${packingGroup}`,
];

const subsidiary = ({ subsidiaryHazards = [] }: DangerousGoods | DangerousGoodsListing): string | undefined =>
  subsidiaryHazards.length > 0 ? `次要危险 Subsidiary ${subsidiaryHazards.join(', ')}` : undefined;

function stowage({ stowageCategory, handlingCodes = [] }: DangerousGoodsListing): string | undefined {
  const codes = [stowageCategory, ...handlingCodes].filter(Boolean);
  return codes.length > 0 ? `积载 Stowage ${codes.join(' ')}` : undefined;
}
