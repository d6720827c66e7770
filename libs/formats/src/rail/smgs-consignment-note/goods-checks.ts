import { sameNumber, type Finding } from '#domain';
import { CELSIUS, COMMODITY_SHAPES } from './code-lists.js';
import { readCommodityCodes, type CommodityCode, type CommodityReading } from './commodity-codes.js';
import { listedEquipment, otherNumbers } from './equipment.js';
import { unlistedContainer } from './equipment-checks.js';
import { error, warning } from '../../findings.js';
import { containersNamed, flashpointOf, unNumberOf } from './goods.js';
import { decimal, kilograms, sumOfAll } from './quantities.js';
import type { ConsignmentItem, SmgsConsignment, SmgsDangerousGoods } from './tree.types.js';

/** Boxes 15 to 18. */
export function checkGoods(consignment: SmgsConsignment): Finding[] {
  const items = consignment.includedConsignmentItem ?? [];
  if (items.length === 0) return [noGoods];
  const codes = readCommodityCodes(consignment);
  return [
    ...items.flatMap((item, index) => [
      ...checkCodes(codes[index]!, pathOf(index)),
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

function checkCodes({ codes, findings }: CommodityReading, path: string): Finding[] {
  const railCodes = codes.filter(({ scheme }) => scheme !== 'HS');
  return [
    ...findings,
    ...(railCodes.length === 0 ? [noCommodityCode(path)] : []),
    ...codes.filter(({ scheme, code }) => !COMMODITY_SHAPES[scheme].pattern.test(code)).map(oddCommodityCode),
    ...codes
      .filter((code, index) => codes.findIndex(({ scheme }) => scheme === code.scheme) < index && code.scheme !== 'HS')
      .map(secondCode),
  ];
}

const checkPackages = ({ transportLogisticsPackage }: ConsignmentItem, path: string): Finding[] =>
  (transportLogisticsPackage ?? []).flatMap(({ itemQuantity }, index) => {
    const isWhole = itemQuantity === undefined || /^\d+(\.0+)?$/.test(decimal(itemQuantity));
    return isWhole ? [] : [brokenPackages(`${path}/transportLogisticsPackage/${index}/itemQuantity/content`)];
  });

function checkDangerousGoods(substance: SmgsDangerousGoods, path: string): Finding[] {
  const flashpoint = flashpointOf(substance);
  return [
    ...(unNumberOf(substance) === undefined ? [noUnNumber(`${path}/undgIdCode`)] : []),
    ...(flashpoint && flashpoint.unitCode !== CELSIUS
      ? [notCelsius(`${path}/flashpointTemperatureMeasurement/0/actual/0/unitCode`)]
      : []),
  ];
}

/** Items name containers and sometimes wagons; both must be among the equipment. */
function checkContainersNamed(consignment: SmgsConsignment): Finding[] {
  const listed = listedEquipment(consignment);
  const containers = new Set(listed.filter(({ kind }) => kind === 'container').map(({ number }) => number));
  const others = otherNumbers(listed);
  return (consignment.includedConsignmentItem ?? []).flatMap((item, index) =>
    containersNamed(item, others)
      .filter((number) => !containers.has(number))
      .map((number) => unlistedContainer(`${pathOf(index)}/associatedReferencedLogisticsTransportEquipment`, number)),
  );
}

/** Box 18: no mass is below zero, and the items' masses make the consignment's. */
function checkGrossMass({ includedConsignmentItem: items = [], grossWeight }: SmgsConsignment): Finding[] {
  const total = grossWeight?.[0] && kilograms(grossWeight[0]);
  const masses = items.map((item) => item.grossWeight?.[0] && kilograms(item.grossWeight[0]));
  const negative = [
    ...masses.map((mass, index) => ({ mass, path: pathOf(index) })),
    { mass: total, path: '/specifiedConsignment/0' },
  ]
    .filter(({ mass }) => mass?.startsWith('-'))
    .map(({ path }) => negativeMass(`${path}/grossWeight/0/content`));
  const sum = sumOfAll(masses);
  return sum === undefined || total === undefined || sameNumber(sum, total)
    ? negative
    : [...negative, otherSum(sum, total)];
}

const noGoods = warning({
  code: 'SMGS.NO_GOODS',
  path: '/specifiedConsignment/0/includedConsignmentItem',
  en: 'The note lists no goods. Describe each item in box 15.',
  zh: '运单未列出货物。请在第 15 栏逐项填写。',
  rule: 'SMGS consignment note, box 15',
});

const noCommodityCode = (path: string): Finding =>
  warning({
    code: 'SMGS.NO_COMMODITY_CODE',
    path,
    en: 'The item has no rail commodity code. Add its GNG code (eight digits).',
    zh: '该项货物没有铁路货物代码。请补充 GNG 代码（8 位数字）。',
    rule: 'SMGS consignment note, box 15',
  });

const oddCommodityCode = ({ scheme, path }: CommodityCode): Finding =>
  warning({
    code: 'SMGS.COMMODITY_CODE_SHAPE',
    path,
    en: `A ${scheme} code has ${COMMODITY_SHAPES[scheme].digits} digits. Check the code.`,
    zh: `${scheme} 代码应为 ${COMMODITY_SHAPES[scheme].digits} 位数字，请核对。`,
    rule: 'SMGS consignment note, box 15',
  });

const secondCode = ({ scheme, path }: CommodityCode): Finding =>
  warning({
    code: 'SMGS.COMMODITY_CODE_CONFLICT',
    path,
    en: `The item has several different ${scheme} codes. Keep the right one.`,
    zh: `该项货物有多个不同的 ${scheme} 代码，请只保留正确的一个。`,
    rule: 'SMGS consignment note, box 15',
  });

const brokenPackages = (path: string): Finding =>
  warning({
    code: 'SMGS.PACKAGES',
    path,
    en: 'The number of packages must be a whole number. Correct it; goods in bulk have none.',
    zh: '件数必须为整数，请更正；散装货物不填件数。',
    rule: 'SMGS consignment note, box 17',
  });

const noUnNumber = (path: string): Finding =>
  error({
    code: 'SMGS.UN_NUMBER',
    path,
    en: 'Dangerous goods need their UN number of four digits. Add it.',
    zh: '危险货物必须填写四位联合国编号，请补充。',
    rule: 'SMGS Annex 2, 5.4.1.1.1',
  });

const notCelsius = (path: string): Finding =>
  warning({
    code: 'SMGS.FLASHPOINT_UNIT',
    path,
    en: 'The flashpoint was not used: give it in degrees Celsius, unit CEL.',
    zh: '闪点未被采用：请以摄氏度填写，单位代码 CEL。',
    rule: 'UN/ECE Recommendation 20',
  });

const negativeMass = (path: string): Finding =>
  error({
    code: 'SMGS.NEGATIVE_MASS',
    path,
    en: 'A mass cannot be below zero. Correct it.',
    zh: '重量不能为负数，请更正。',
    rule: 'SMGS consignment note, box 18',
  });

const otherSum = (sum: string, total: string): Finding =>
  warning({
    code: 'SMGS.GROSS_MASS_SUM',
    path: '/specifiedConsignment/0/grossWeight/0/content',
    en: `The items weigh ${sum} kg together, the consignment is said to weigh ${total} kg. Correct one of them.`,
    zh: `各项货物重量合计 ${sum} 千克，而整批货物重量为 ${total} 千克。请更正其中之一。`,
    rule: 'SMGS consignment note, box 18',
  });
