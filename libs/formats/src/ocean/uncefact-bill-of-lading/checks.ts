import { sameNumber, sumOf, type Finding } from '#domain';
import { belowZero, isBelowZero } from '../../checks/amount-checks.js';
import { error, warning } from '../../findings.js';
import { checkReefers } from '../../checks/reefer-checks.js';
import { withSettings } from '../../mapping/reefers.js';
import type { CommodityReading } from '../../uncefact/commodity-codes.js';
import { checkDocument, isBefore } from '../../uncefact/document-checks.js';
import { checkEquipment } from '../../uncefact/equipment-checks.js';
import { containersOf, listedEquipment } from '../../uncefact/equipment.js';
import { ANY_FORM, inForm, ruleOf } from '../../uncefact/form.js';
import { checkGoods } from '../../uncefact/goods-checks.js';
import { packagesOf } from '../../uncefact/goods.js';
import { checkLocode, isNamed } from '../../uncefact/places.js';
import { cubicMetres, decimal } from '../../uncefact/quantities.js';
import { checkBillLevel } from './bill-level.js';
import { ADDITION, BILL_FORM } from './code-lists.js';
import { readCommodityCodes } from './commodity-codes.js';
import { consignmentOf } from './consignment.js';
import { arrivalOf, departureOf } from './legs.js';
import { rolesIn } from './parties.js';
import { statementsOfEquipment, statementsOfGoods } from './reefers.js';
import type { BillConsignment, BillOfLading, PortEvent, SeaMovement } from './tree.types.js';

/** What the schema cannot say. Errors: what the record could not be made of without guessing; the rest are warnings. */
export function check(bill: BillOfLading): Finding[] {
  const consignment = consignmentOf(bill);
  return inForm(BILL_FORM, [
    ...checkDocument(bill.exchangedDocument?.id, consignment),
    ...checkBillLevel(bill),
    ...(bill.exchangedDocument?.purposeCode?.[0]?.content === ADDITION ? [addition] : []),
    ...(consignment ? [...checkParties(bill), ...checkConsignment(consignment)] : []),
  ]);
}

function checkParties(bill: BillOfLading): Finding[] {
  const roles = new Set(rolesIn(bill).map(([role]) => role));
  return [...(roles.has('consignee') ? [] : [noConsignee]), ...(roles.has('seaCarrier') ? [] : [noCarrier])];
}

function checkConsignment(consignment: BillConsignment): Finding[] {
  const movements = consignment.mainCarriageLogisticsTransportMovement ?? [];
  return [
    ...(movements.length === 0 ? [noPort(MOVEMENTS)] : []),
    ...ENDS.flatMap((end) => checkLocode(consignment[end], `/specifiedConsignment/0/${end}`)),
    ...movements.flatMap((movement, index) => checkMovement(movement, `${MOVEMENTS}/${index}`)),
    ...checkGoods(consignment, readCommodityCodes(consignment), missingHsCode),
    ...checkVolumes(consignment),
    ...checkPackageTotal(consignment),
    ...checkEquipment(consignment),
    ...checkSettings(consignment),
  ];
}

const ENDS = ['carrierAcceptanceLogisticsLocation', 'consigneeReceiptLogisticsLocation'] as const;
const MOVEMENTS = '/specifiedConsignment/0/mainCarriageLogisticsTransportMovement';

function checkMovement(movement: SeaMovement, path: string): Finding[] {
  const [departsAt, arrivesAt] = [departureOf(movement), arrivalOf(movement)];
  return [
    ...checkPort(movement.loadingEvent, `${path}/loadingEvent`),
    ...checkPort(movement.unloadingEvent, `${path}/unloadingEvent`),
    ...(departsAt === undefined ? [noDeparture(`${path}/departureEvent`)] : []),
    ...(isBefore(arrivesAt, departsAt) ? [arrivesFirst(`${path}/unloadingEvent/estimatedOccurrenceDateTime`)] : []),
  ];
}

function checkPort(event: PortEvent | undefined, path: string): Finding[] {
  const location = event?.occurrenceLogisticsLocation;
  return isNamed(location) ? checkLocode(location, `${path}/occurrenceLogisticsLocation`) : [noPort(path)];
}

const missingHsCode = ({ codes }: CommodityReading, path: string): Finding[] =>
  codes.some(({ scheme }) => scheme === 'HS') ? [] : [noHsCode(path)];

const checkVolumes = ({ includedConsignmentItem: items = [] }: BillConsignment): Finding[] =>
  items.flatMap(({ grossVolume }, index) => {
    const path = `/specifiedConsignment/0/includedConsignmentItem/${index}/grossVolume/0/content`;
    const isNegative = grossVolume?.[0] !== undefined && isBelowZero(cubicMetres(grossVolume[0]));
    return isNegative ? [belowZero(ANY_FORM, 'VOLUME', path, ruleOf('goods'))] : [];
  });

function checkPackageTotal({ packageQuantity, includedConsignmentItem: items = [] }: BillConsignment): Finding[] {
  const sum = sumOf(items.map(packagesOf));
  const total = packageQuantity && decimal(packageQuantity);
  if (isBelowZero(total)) return [belowZero(ANY_FORM, 'COUNT', PACKAGES, ruleOf('packages'))];
  return sum === undefined || total === undefined || sameNumber(sum, total) ? [] : [otherPackages(sum, total)];
}

function checkSettings(consignment: BillConsignment): Finding[] {
  const [ofEquipment, ofGoods] = [statementsOfEquipment(consignment), statementsOfGoods(consignment)];
  const statements = [...ofEquipment, ...ofGoods];
  if (statements.length === 0) return [];
  const containers = withSettings(containersOf(listedEquipment(consignment)), ofEquipment, ofGoods);
  return checkReefers(ANY_FORM, statements, containers);
}

const PACKAGES = '/specifiedConsignment/0/packageQuantity/content';

const addition = error({
  code: `${ANY_FORM}.ADDITION`,
  path: '/exchangedDocument/purposeCode/0/content',
  en: 'An addition to an earlier bill is not read. Send the whole bill as it is now, with purpose 5.',
  zh: '不读取对前一份提单的补充内容。请以用途代码 5 重新发送现行的完整提单。',
  rule: 'UNTDID 1225',
});

const noConsignee = warning({
  code: `${ANY_FORM}.NO_CONSIGNEE`,
  path: '/specifiedConsignment/0/consignee',
  en: 'The bill names no consignee. Name one; if it is made out to order, write so as the consignee’s name.',
  zh: '提单未填写收货人。请填写；如为指示提单，请在收货人名称处注明“凭指示”（TO ORDER）。',
});

const noCarrier = warning({
  code: `${ANY_FORM}.NO_CARRIER`,
  path: '/specifiedConsignment/0/carrier',
  en: 'The bill names no carrier. Name the carrier that concluded the contract.',
  zh: '提单未填写承运人。请填写缔约承运人名称。',
  rule: 'UCP 600, article 20 a i',
});

const noPort = (path: string): Finding =>
  error({
    code: `${ANY_FORM}.NO_PORT`,
    path,
    en: 'The port is missing. Give the port of loading and the port of discharge with name or UN/LOCODE.',
    zh: '缺少港口。请填写装货港和卸货港的名称或 UN/LOCODE。',
    rule: ruleOf('places'),
  });

const noDeparture = (path: string): Finding =>
  warning({
    code: `${ANY_FORM}.NO_DEPARTURE`,
    path,
    en: 'It is not said when the vessel departs. Give the expected time of departure.',
    zh: '未说明船舶何时离港。请填写预计离港时间。',
    rule: ruleOf('departure'),
  });

const arrivesFirst = (path: string): Finding =>
  error({
    code: `${ANY_FORM}.DATE_ORDER`,
    path,
    en: 'The goods are discharged before the vessel departs. Correct one of the two times.',
    zh: '卸货时间早于船舶离港时间。请更正其中之一。',
    rule: ruleOf('arrival'),
  });

const noHsCode = (path: string): Finding =>
  warning({
    code: `${ANY_FORM}.NO_HS_CODE`,
    path,
    en: 'The item has no HS code. Add it: information that reads "HS CODE 840732", or x-commodityCodes.',
    zh: '该项货物没有 HS 编码。请补充：在 information 中写 "HS CODE 840732"，或填写 x-commodityCodes。',
    rule: ruleOf('goods'),
  });

const otherPackages = (sum: string, total: string): Finding =>
  warning({
    code: `${ANY_FORM}.PACKAGE_SUM`,
    path: PACKAGES,
    en: `The items have ${sum} packages together, the consignment is said to have ${total}. Correct one of them.`,
    zh: `各项货物共 ${sum} 件，而整批货物为 ${total} 件。请更正其中之一。`,
    rule: ruleOf('packages'),
  });
