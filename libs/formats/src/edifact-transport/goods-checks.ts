import { sameNumber, sumOf, type Finding } from '#domain';
import { belowZero, isBelowZero } from '../checks/amount-checks.js';
import { error, warning } from '../findings.js';
import { checkInnerPackages } from '../syntax/edifact/inner-packages.js';
import type { Segment } from '../syntax/edifact.js';
import { classesIn, unNumberOf } from './dangerous-goods.js';
import type { GoodsItem, MeasuredAs, Measurement, TransportMessage } from './transport-message.types.js';

/** Goods described, dangerous ones with their UN number, splits that add up and lie in containers of the document. */
export function checkGoods({ goodsItems, containers, beginning }: TransportMessage): Finding[] {
  if (goodsItems.length === 0) return [noGoods(beginning.path())];
  const listed = new Set(containers.map(({ number }) => number));
  const findings: Finding[] = [];
  for (const item of goodsItems) {
    if (item.line.names.length === 0) findings.push(noDescription(item.line.path));
    findings.push(...checkInnerPackages('MESSAGE', item.gid));
    if (isBelowZero(item.line.packages)) findings.push(negativeCount(item.gid.path(2, 1)));
    checkMeasurements(item, findings);
    for (const split of item.splits) {
      if (isBelowZero(split.stowage.packages)) findings.push(negativeCount(split.sgp.path(2)));
      checkMeasurements(split, findings);
    }
    checkSplits(item, listed, findings);
    for (const { opening } of item.dangerousGoods) findings.push(...checkDangerousGoods(opening));
  }
  return findings;
}

/** What is no number, or in a unit that is not known, is not in the record, so the sender is told. Other measurements are not read. */
function checkMeasurements({ measurements }: Pick<GoodsItem, 'measurements'>, findings: Finding[]): void {
  for (const measurement of measurements) {
    const { mea, as, amount } = measurement;
    if (isBelowZero(amount)) findings.push(...checkSign(measurement));
    if (amount !== undefined || !as || OF_CONTAINERS.has(as.quantity)) continue;
    findings.push(as.units.has(mea.code(3, 1)) ? noNumber(mea.path(3, 2)) : unknownUnit(mea.path(3, 1)));
  }
}

/** Of what is measured, a mass or a volume is never below zero. */
export function checkSign({ mea, as, amount }: Measurement): Finding[] {
  const what = as && NEVER_NEGATIVE.get(as.quantity);
  return what && isBelowZero(amount) ? [belowZero('MESSAGE', what, mea.path(3, 2), 'UN/EDIFACT 6314')] : [];
}

const NEVER_NEGATIVE: ReadonlyMap<MeasuredAs['quantity'], 'MASS' | 'VOLUME'> = new Map([
  ['grossMass', 'MASS'],
  ['netMass', 'MASS'],
  ['tareMass', 'MASS'],
  ['volume', 'VOLUME'],
]);

const negativeCount = (path: string): Finding => belowZero('MESSAGE', 'COUNT', path, 'UN/EDIFACT 7224');

const OF_CONTAINERS: ReadonlySet<MeasuredAs['quantity']> = new Set(['tareMass', 'humidity', 'airExchange']);

function checkSplits({ gid, line, splits }: GoodsItem, listed: ReadonlySet<string>, findings: Finding[]): void {
  for (const { stowage, sgp } of splits) {
    if (!listed.has(stowage.containerNumber)) findings.push(containerNotListed(sgp.path(1, 1)));
  }
  const { packages: whole, stowage } = line;
  if (whole === undefined || (stowage.length === 1 && stowage[0]?.packages === whole)) return;
  const sum = sumOf(stowage.map(({ packages }) => packages));
  if (sum !== undefined && !sameNumber(whole, sum)) findings.push(splitsDiffer(gid.path(2, 1), whole, sum));
}

/** Without a UN number the record would lack the goods among its dangerous goods, so the document is not taken in. */
function checkDangerousGoods(dgs: Segment): Finding[] {
  const findings = unNumberOf(dgs) === undefined ? [noUnNumber(dgs.path(3, 1))] : [];
  if (classesIn(dgs.text(2, 2)) === undefined) findings.push(noClass(dgs.path(2, 2)));
  const hasFlashpoint = dgs.given(4, 1) !== undefined;
  return hasFlashpoint && dgs.code(4, 2) !== 'CEL' ? [...findings, notCelsius(dgs.path(4, 2))] : findings;
}

const noGoods = (path: string): Finding =>
  error({
    code: 'MESSAGE.NO_GOODS',
    path,
    en: 'The document names no goods. Add a GID group for each goods item.',
    zh: '单证没有货物。请为每项货物补充 GID 段组。',
    rule: 'UN/EDIFACT GID',
  });

const noDescription = (path: string): Finding =>
  warning({
    code: 'MESSAGE.NO_DESCRIPTION',
    path,
    en: 'The goods are not described. Describe them in FTX+AAA precisely enough for customs.',
    zh: '缺少货物描述。请在 FTX+AAA 中填写海关可识别的准确品名。',
    rule: 'UN/EDIFACT 4451 AAA',
  });

const unknownUnit = (path: string): Finding =>
  warning({
    code: 'MESSAGE.UNIT',
    path,
    en: 'A mass or volume in this unit is not read. Give KGM, TNE or LBR, and MTQ or FTQ.',
    zh: '不读取此单位的重量或体积。重量请用 KGM、TNE 或 LBR，体积请用 MTQ 或 FTQ。',
    rule: 'UN/ECE Recommendation 20',
  });

const noNumber = (path: string): Finding =>
  error({
    code: 'MESSAGE.MEASUREMENT',
    path,
    en: 'This mass or volume is no decimal number. Write digits and one decimal mark only.',
    zh: '该重量或体积不是十进制数。请只写数字和一个小数点。',
    rule: 'UN/EDIFACT 6314',
  });

const containerNotListed = (path: string): Finding =>
  warning({
    code: 'MESSAGE.CONTAINER_NOT_LISTED',
    path,
    en: 'Goods are stowed in a container that no EQD lists. Correct the number, or add the EQD with its seals.',
    zh: '货物所装集装箱未在 EQD 中列出。请更正箱号，或补充 EQD 及其封号。',
    rule: 'UN/EDIFACT SGP',
  });

const splitsDiffer = (path: string, whole: string, sum: string): Finding =>
  warning({
    code: 'MESSAGE.SPLIT_SUM',
    path,
    en: `The goods item has ${whole} packages, its containers hold ${sum}. Correct one of them.`,
    zh: `该项货物共 ${whole} 件，各箱合计 ${sum} 件。请更正其中之一。`,
    rule: 'UN/EDIFACT SGP',
  });

const noUnNumber = (path: string): Finding =>
  error({
    code: 'MESSAGE.NO_UN_NUMBER',
    path,
    en: 'Dangerous goods have a UN number of four digits. Add it.',
    zh: '危险货物必须有四位联合国编号。请补充。',
    rule: 'IMDG Code 5.4.1.4.1',
  });

const noClass = (path: string): Finding =>
  warning({
    code: 'MESSAGE.SUBSIDIARY_HAZARD',
    path,
    en: 'This is no hazard class, and was not read as a subsidiary hazard. Give a class such as 6.1, several as 6.1/8, or none.',
    zh: '此处不是危险货物类别，未作为次要危险性读取。请填写类别（如 6.1，多个写作 6.1/8）或留空。',
    rule: 'UN/EDIFACT 8078',
  });

const notCelsius = (path: string): Finding =>
  warning({
    code: 'MESSAGE.FLASHPOINT_UNIT',
    path,
    en: 'The flash point is not in degrees Celsius and was left out. Give it in CEL.',
    zh: '闪点不是摄氏度，未予采用。请用 CEL 填写。',
    rule: 'IMDG Code 5.4.1.4.3',
  });
