import type { Finding } from '#domain';
import { belowZero, isBelowZero } from '../../checks/amount-checks.js';
import { checkContainerNumber } from '../../checks/container-number-checks.js';
import { unNumberOf } from '../../edifact-transport/dangerous-goods.js';
import { error, warning } from '../../findings.js';
import { checkReefers } from '../../checks/reefer-checks.js';
import type { Segment, SegmentGroup } from '../../syntax/edifact.js';
import { checkInnerPackages } from '../../syntax/edifact/inner-packages.js';
import { checkLocations } from '../../syntax/edifact/locations.js';
import { tradeTimeOf } from '../../syntax/edifact/trade-time.js';
import { GROSS, NET, PLACES, PURPOSES, TARE, TOTALS, VOLUME } from './code-lists.js';
import {
  containerNumberOf,
  containersIn,
  containersOf,
  controlIn,
  mainStages,
  placeSegment,
  reeferStatements,
} from './to-consignment.js';
import type { CuscarDocument } from './tree.types.js';
import { isReadUnit } from './values.js';

/** What a report of one bill has beyond the directory. */
export function check(document: CuscarDocument): Finding[] {
  const { beginning, bills, message, stages, equipment } = document;
  return [
    ...(beginning.given(2, 1) === undefined ? [noNumber(beginning.path(2, 1))] : []),
    ...(PURPOSES.has(beginning.text(3)) ? [] : [otherFunction(beginning.path(3))]),
    ...checkBills(bills, beginning),
    ...[message, ...stages].flatMap((group) => group.segments('DTM')).flatMap(checkTime),
    ...checkCarriage(document),
    ...checkLocations(message),
    ...bills.flatMap((bill) => bill.groups('GID')).flatMap(checkItem),
    ...containersIn(equipment).flatMap((group) => [
      ...checkContainerNumber(containerNumberOf(group), group.opening.path(2, 1)),
      ...checkMeasures(group),
    ]),
    ...Object.values(TOTALS).flatMap((code) => checkTotal(controlIn(document, code), code)),
    ...checkReefers('CUSCAR', reeferStatements(document), containersOf(document)),
  ];
}

/** A document of Yidan is one consignment's. */
function checkBills(bills: readonly SegmentGroup[], beginning: Segment): Finding[] {
  const [first, second] = bills;
  if (second) return [severalBills(second.opening.path())];
  if (!first) return [noBill(beginning.path())];
  return first.opening.given(1, 2) === undefined ? [noBill(first.opening.path(1, 2))] : [];
}

function checkCarriage(document: CuscarDocument): Finding[] {
  const stages = mainStages(document);
  if (stages.length === 0) return [noCarriage(document.beginning.path())];
  return stages.flatMap((stage) =>
    [PLACES.from, PLACES.to].flatMap((code) => {
      const loc = placeSegment(stage, document, code);
      const isNamed = (loc?.given(2, 1) ?? loc?.given(2, 4)) !== undefined;
      return isNamed ? [] : [noPlace(loc?.path(2) ?? stage.opening.path(), code)];
    }),
  );
}

const checkTime = (dtm: Segment): Finding[] => (tradeTimeOf(dtm) === undefined ? [noTime(dtm.path(1, 2))] : []);

/** Without a UN number the record would lack the goods among its dangerous goods. */
const checkItem = (item: SegmentGroup): Finding[] => [
  ...item
    .segments('DGS')
    .filter((dgs) => unNumberOf(dgs) === undefined)
    .map((dgs) => noUnNumber(dgs.path(3, 1))),
  ...item
    .segments('MEA')
    .filter((mea) => !isReadUnit(mea.code(3, 1)))
    .map((mea) => otherUnit(mea.path(3, 1))),
  ...checkInnerPackages('CUSCAR', item.opening),
  ...checkCount(item.opening, 2, 1),
  ...item.segments('SGP').flatMap((sgp) => checkCount(sgp, 2)),
  ...checkMeasures(item),
];

const checkCount = (segment: Segment, element: number, component?: number): Finding[] =>
  isBelowZero(segment.decimal(element, component))
    ? [belowZero('CUSCAR', 'COUNT', segment.path(element, component), 'UN/EDIFACT 7224')]
    : [];

const checkMeasures = (group: SegmentGroup): Finding[] =>
  group.segments('MEA').flatMap((mea) => {
    const what = MEASURED.get(mea.code(2, 1));
    return what && isBelowZero(mea.decimal(3, 2)) ? [belowZero('CUSCAR', what, mea.path(3, 2), 'UN/EDIFACT 6314')] : [];
  });

const MEASURED: ReadonlyMap<string, 'MASS' | 'VOLUME'> = new Map([
  ...[...GROSS, ...NET, ...TARE].map((attribute) => [attribute, 'MASS'] as const),
  ...VOLUME.map((attribute) => [attribute, 'VOLUME'] as const),
]);

const checkTotal = (cnt: Segment | undefined, code: string): Finding[] =>
  cnt && isBelowZero(cnt.decimal(1, 2))
    ? [belowZero('CUSCAR', code === TOTALS.grossMassKg ? 'MASS' : 'COUNT', cnt.path(1, 2), 'UN/EDIFACT 6066')]
    : [];

const noNumber = (path: string): Finding =>
  error({
    code: 'CUSCAR.NO_NUMBER',
    path,
    en: 'The report has no number. Give one in BGM.',
    zh: '报告没有编号。请在 BGM 中填写。',
    rule: 'UN/EDIFACT 1004',
  });

const otherFunction = (path: string): Finding =>
  error({
    code: 'CUSCAR.FUNCTION',
    path,
    en: 'A report is original (9), changed (4), replaced (5), cancelled (1) or deleted (3). Give one of these codes.',
    zh: '报告功能须为原始（9）、变更（4）、替换（5）、取消（1）或删除（3）。请填写其中一个代码。',
    rule: 'UN/EDIFACT 1225',
  });

const severalBills = (path: string): Finding =>
  error({
    code: 'CUSCAR.SEVERAL_BILLS',
    path,
    en: 'The report is of several bills of lading. Send one message for each bill, with the containers of that bill.',
    zh: '报告包含多份提单。请每份提单发送一份报文，并只列该提单的集装箱。',
    rule: 'UN/EDIFACT CUSCAR SG8',
  });

const noBill = (path: string): Finding =>
  error({
    code: 'CUSCAR.NO_BILL',
    path,
    en: 'The report names no bill of lading. Add CNI and RFF+BM with its number.',
    zh: '报告未写明提单。请补充 CNI 和写明提单号的 RFF+BM。',
    rule: 'UN/EDIFACT CUSCAR SG8',
  });

const noCarriage = (path: string): Finding =>
  error({
    code: 'CUSCAR.NO_CARRIAGE',
    path,
    en: 'No main carriage is named. Add TDT+20 with vessel and voyage.',
    zh: '未填写主运输段。请补充写明船名航次的 TDT+20。',
    rule: 'UN/EDIFACT 8051',
  });

const noPlace = (path: string, code: string): Finding =>
  error({
    code: 'CUSCAR.NO_PLACE',
    path,
    en: `The carriage needs both its places. Add LOC+${code} with a UN/LOCODE or a name.`,
    zh: `运输段缺少起讫地。请补充 LOC+${code}，填写 UN/LOCODE 或地名。`,
    rule: 'UN/EDIFACT 3227',
  });

const noTime = (path: string): Finding =>
  error({
    code: 'CUSCAR.TIME',
    path,
    en: 'This is no time that exists, or not in format 102, 203, 204 or 205. Correct it.',
    zh: '该时间不存在，或不是格式 102、203、204、205。请更正。',
    rule: 'UN/EDIFACT 2380',
  });

const noUnNumber = (path: string): Finding =>
  error({
    code: 'CUSCAR.NO_UN_NUMBER',
    path,
    en: 'Dangerous goods have a UN number of four digits. Add it.',
    zh: '危险货物必须有四位联合国编号。请补充。',
    rule: 'IMDG Code 5.4.1.4.1',
  });

const otherUnit = (path: string): Finding =>
  warning({
    code: 'CUSCAR.UNIT',
    path,
    en: 'A mass or volume in this unit is not read. Give KGM, TNE or MTQ.',
    zh: '不读取此单位的重量或体积。请用 KGM、TNE 或 MTQ。',
    rule: 'UN/ECE Recommendation 20',
  });
