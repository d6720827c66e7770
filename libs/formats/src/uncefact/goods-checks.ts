import { sameNumber, sumOf, type Finding } from '#domain';
import { belowZero, isBelowZero } from '../checks/amount-checks.js';
import { error, warning } from '../findings.js';
import type { Consignment, ConsignmentItem, DangerousSubstance } from './building-blocks.types.js';
import { CELSIUS } from './code-lists.js';
import { checkCodes, type CommodityReading } from './commodity-codes.js';
import { unlistedContainer } from './equipment-checks.js';
import { listedEquipment, otherNumbers } from './equipment.js';
import { ANY_FORM, ruleOf } from './form.js';
import { containersNamed, flashpointOf, unNumberOf } from './goods.js';
import { decimal, kilograms } from './quantities.js';

/** The items of a form. `readings`: the commodity codes of each; `missing` says which code an item should have and has not. */
export function checkGoods(
  consignment: Consignment,
  readings: readonly CommodityReading[],
  missing: (reading: CommodityReading, path: string) => readonly Finding[],
): Finding[] {
  const items = consignment.includedConsignmentItem ?? [];
  if (items.length === 0) return [noGoods];
  return [
    ...items.flatMap((item, index) => [
      ...checkReading(readings[index]!, pathOf(index), missing),
      ...checkPackages(item, pathOf(index)),
      ...(item.applicableDangerousGoods ?? []).flatMap((substance, at) =>
        checkDangerousGoods(substance, `${pathOf(index)}/applicableDangerousGoods/${at}`),
      ),
    ]),
    ...checkContainersNamed(consignment),
    ...checkGrossMass(consignment),
  ];
}

const pathOf = (index: number): string => `/specifiedConsignment/0/includedConsignmentItem/${index}`;

const checkReading = (
  reading: CommodityReading,
  path: string,
  missing: (reading: CommodityReading, path: string) => readonly Finding[],
): Finding[] => [...reading.findings, ...missing(reading, path), ...checkCodes(reading.codes)];

const checkPackages = ({ transportLogisticsPackage }: ConsignmentItem, path: string): Finding[] =>
  (transportLogisticsPackage ?? []).flatMap(({ itemQuantity }, index) => {
    const packages = itemQuantity === undefined ? '0' : decimal(itemQuantity);
    const place = `${path}/transportLogisticsPackage/${index}/itemQuantity/content`;
    if (isBelowZero(packages)) return [belowZero(ANY_FORM, 'COUNT', place, ruleOf('packages'))];
    return /^\d+(\.0+)?$/.test(packages) ? [] : [brokenPackages(place)];
  });

function checkDangerousGoods(substance: DangerousSubstance, path: string): Finding[] {
  const flashpoint = flashpointOf(substance);
  return [
    ...(unNumberOf(substance) === undefined ? [noUnNumber(`${path}/undgIdCode`)] : []),
    ...(flashpoint && flashpoint.unitCode !== CELSIUS
      ? [notCelsius(`${path}/flashpointTemperatureMeasurement/0/actual/0/unitCode`)]
      : []),
  ];
}

/** Items name containers and sometimes wagons; both must be among the equipment. */
function checkContainersNamed(consignment: Consignment): Finding[] {
  const listed = listedEquipment(consignment);
  const containers = new Set(listed.filter(({ kind }) => kind === 'container').map(({ number }) => number));
  const others = otherNumbers(listed);
  return (consignment.includedConsignmentItem ?? []).flatMap((item, index) =>
    containersNamed(item, others)
      .filter((number) => !containers.has(number))
      .map((number) => unlistedContainer(`${pathOf(index)}/associatedReferencedLogisticsTransportEquipment`, number)),
  );
}

/** No mass is below zero, and the items' masses make the consignment's. */
function checkGrossMass({ includedConsignmentItem: items = [], grossWeight }: Consignment): Finding[] {
  const total = grossWeight?.[0] && kilograms(grossWeight[0]);
  const masses = items.map((item) => item.grossWeight?.[0] && kilograms(item.grossWeight[0]));
  const negative = [
    ...masses.map((mass, index) => ({ mass, path: pathOf(index) })),
    { mass: total, path: '/specifiedConsignment/0' },
  ]
    .filter(({ mass }) => isBelowZero(mass))
    .map(({ path }) => belowZero(ANY_FORM, 'MASS', `${path}/grossWeight/0/content`, ruleOf('grossMass')));
  const sum = sumOf(masses);
  return sum === undefined || total === undefined || sameNumber(sum, total)
    ? negative
    : [...negative, otherSum(sum, total)];
}

const noGoods = warning({
  code: `${ANY_FORM}.NO_GOODS`,
  path: '/specifiedConsignment/0/includedConsignmentItem',
  en: 'The document lists no goods. Describe each item.',
  zh: '单证未列出货物。请逐项填写。',
  rule: ruleOf('goods'),
});

const brokenPackages = (path: string): Finding =>
  warning({
    code: `${ANY_FORM}.PACKAGES`,
    path,
    en: 'The number of packages must be a whole number. Correct it; goods in bulk have none.',
    zh: '件数必须为整数，请更正；散装货物不填件数。',
    rule: ruleOf('packages'),
  });

const noUnNumber = (path: string): Finding =>
  error({
    code: `${ANY_FORM}.UN_NUMBER`,
    path,
    en: 'Dangerous goods need their UN number of four digits. Add it.',
    zh: '危险货物必须填写四位联合国编号，请补充。',
    rule: ruleOf('dangerousGoods'),
  });

const notCelsius = (path: string): Finding =>
  warning({
    code: `${ANY_FORM}.FLASHPOINT_UNIT`,
    path,
    en: 'The flashpoint was not used: give it in degrees Celsius, unit CEL.',
    zh: '闪点未被采用：请以摄氏度填写，单位代码 CEL。',
    rule: 'UN/ECE Recommendation 20',
  });

const otherSum = (sum: string, total: string): Finding =>
  warning({
    code: `${ANY_FORM}.GROSS_MASS_SUM`,
    path: '/specifiedConsignment/0/grossWeight/0/content',
    en: `The items weigh ${sum} kg together, the consignment is said to weigh ${total} kg. Correct one of them.`,
    zh: `各项货物重量合计 ${sum} 千克，而整批货物重量为 ${total} 千克。请更正其中之一。`,
    rule: ruleOf('grossMass'),
  });
