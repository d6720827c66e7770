import { isDecimal, normaliseContainerNumber, sameNumber, sumOf, type Finding } from '#domain';
import { error, warning } from '../../findings.js';
import type { Segment, SegmentGroup } from '../../syntax/edifact.js';
import { CUBIC_METRES, GROSS, KILOGRAMS, NET, VOLUME } from './code-lists.js';
import { containersIn, numberOf } from './equipment.js';
import { unNumberOf } from './dangerous-goods.js';
import { measurementsIn } from './quantities.js';
import type { IftmcsDocument } from './tree.types.js';

/** Goods described, dangerous ones with their UN number, splits that add up and lie in containers of the document. */
export function checkGoods({ goodsItems, equipment, beginning }: IftmcsDocument): Finding[] {
  if (goodsItems.length === 0) return [noGoods(beginning.path())];
  const listed = new Set(containersIn(equipment).map(numberOf));
  return goodsItems.flatMap((item) => [
    ...checkDescription(item),
    ...checkMeasurements(item),
    ...checkSplits(item, listed),
    ...item.groups('DGS').flatMap(({ opening }) => checkDangerousGoods(opening)),
  ]);
}

const checkDescription = (item: SegmentGroup): Finding[] =>
  item.segments('FTX', 'AAA').some((ftx) => ftx.texts(4, 1, 5).length > 0) ? [] : [noDescription(item.opening.path())];

/** What is no number, or in a unit that is not known, is not in the record, so the sender is told. */
function checkMeasurements(item: SegmentGroup): Finding[] {
  const all = [item, ...item.groups('SGP')].flatMap(measurementsIn);
  return [
    ...all.filter(isOf([...GROSS, ...NET])).flatMap((mea) => checkMeasurement(mea, KILOGRAMS)),
    ...all.filter(isOf(VOLUME)).flatMap((mea) => checkMeasurement(mea, CUBIC_METRES)),
  ];
}

const isOf =
  (attributes: readonly string[]) =>
  (mea: Segment): boolean =>
    attributes.includes(mea.code(2, 1));

function checkMeasurement(mea: Segment, factors: ReadonlyMap<string, string>): Finding[] {
  if (!factors.has(mea.code(3, 1))) return [unknownUnit(mea.path(3, 1))];
  return isDecimal(mea.decimal(3, 2) ?? '') ? [] : [noNumber(mea.path(3, 2))];
}

function checkSplits(item: SegmentGroup, listed: ReadonlySet<string>): Finding[] {
  const splits = item.groups('SGP').map(({ opening }) => opening);
  const strangers = splits
    .filter((split) => !listed.has(normaliseContainerNumber(split.text(1, 1))))
    .map((split) => containerNotListed(split.path(1, 1)));
  const [whole, parts] = [item.opening.decimal(2, 1), splits.map((split) => split.decimal(2))];
  const sum = parts.includes(undefined) ? undefined : sumOf(parts);
  if (whole === undefined || sum === undefined || sameNumber(whole, sum)) return strangers;
  return [...strangers, splitsDiffer(item.opening.path(2, 1), whole, sum)];
}

/** Without a UN number the record would lack the goods among its dangerous goods, so the document is not taken in. */
function checkDangerousGoods(dgs: Segment): Finding[] {
  const findings = unNumberOf(dgs) === undefined ? [noUnNumber(dgs.path(3, 1))] : [];
  const hasFlashpoint = dgs.given(4, 1) !== undefined;
  return hasFlashpoint && dgs.code(4, 2) !== 'CEL' ? [...findings, notCelsius(dgs.path(4, 2))] : findings;
}

const noGoods = (path: string): Finding =>
  error({
    code: 'IFTMCS.NO_GOODS',
    path,
    en: 'The document names no goods. Add a GID group for each goods item.',
    zh: '单证没有货物。请为每项货物补充 GID 段组。',
    rule: 'UN/EDIFACT IFTMCS SG18',
  });

const noDescription = (path: string): Finding =>
  warning({
    code: 'IFTMCS.NO_DESCRIPTION',
    path,
    en: 'The goods are not described. Describe them in FTX+AAA precisely enough for customs.',
    zh: '缺少货物描述。请在 FTX+AAA 中填写海关可识别的准确品名。',
    rule: 'UN/EDIFACT 4451 AAA',
  });

const unknownUnit = (path: string): Finding =>
  warning({
    code: 'IFTMCS.UNIT',
    path,
    en: 'A mass or volume in this unit is not read. Give KGM, TNE or LBR, and MTQ or FTQ.',
    zh: '不读取此单位的重量或体积。重量请用 KGM、TNE 或 LBR，体积请用 MTQ 或 FTQ。',
    rule: 'UN/ECE Recommendation 20',
  });

const noNumber = (path: string): Finding =>
  error({
    code: 'IFTMCS.MEASUREMENT',
    path,
    en: 'This mass or volume is no decimal number. Write digits and one decimal mark only.',
    zh: '该重量或体积不是十进制数。请只写数字和一个小数点。',
    rule: 'UN/EDIFACT 6314',
  });

const containerNotListed = (path: string): Finding =>
  warning({
    code: 'IFTMCS.CONTAINER_NOT_LISTED',
    path,
    en: 'Goods are stowed in a container that no EQD lists. Correct the number, or add the EQD with its seals.',
    zh: '货物所装集装箱未在 EQD 中列出。请更正箱号，或补充 EQD 及其封号。',
    rule: 'UN/EDIFACT IFTMCS SG27',
  });

const splitsDiffer = (path: string, whole: string, sum: string): Finding =>
  warning({
    code: 'IFTMCS.SPLIT_SUM',
    path,
    en: `The goods item has ${whole} packages, its containers hold ${sum}. Correct one of them.`,
    zh: `该项货物共 ${whole} 件，各箱合计 ${sum} 件。请更正其中之一。`,
    rule: 'UN/EDIFACT IFTMCS SG27',
  });

const noUnNumber = (path: string): Finding =>
  error({
    code: 'IFTMCS.NO_UN_NUMBER',
    path,
    en: 'Dangerous goods have a UN number of four digits. Add it.',
    zh: '危险货物必须有四位联合国编号。请补充。',
    rule: 'IMDG Code 5.4.1.4.1',
  });

const notCelsius = (path: string): Finding =>
  warning({
    code: 'IFTMCS.FLASHPOINT_UNIT',
    path,
    en: 'The flash point is not in degrees Celsius and was left out. Give it in CEL.',
    zh: '闪点不是摄氏度，未予采用。请用 CEL 填写。',
    rule: 'IMDG Code 5.4.1.4.3',
  });
