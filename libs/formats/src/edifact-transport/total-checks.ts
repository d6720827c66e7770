import { sameNumber, sumOf, type DecimalText, type Finding } from '#domain';
import { belowZero, isBelowZero } from '../checks/amount-checks.js';
import { warning } from '../findings.js';
import { Exact } from '../mapping/convert.js';
import type { Segment } from '../syntax/edifact.js';
import { KILOGRAMS, TOTALS } from './code-lists.js';
import type { GoodsItem, TransportMessage } from './transport-message.types.js';

/** Control totals against what is there. */
export function checkTotals(document: TransportMessage): Finding[] {
  const { message, goodsItems, containers, totals } = document;
  const mass = message.segment('CNT', TOTALS.grossMass);
  return [
    ...(mass && !KILOGRAMS.has(mass.code(1, 3)) ? [massWithoutUnit(mass.path(1, 3))] : []),
    ...compare(document, TOTALS.packages, totals.packages, () => sumOf(goodsItems.map((item) => item.line.packages))),
    ...(mass && totals.grossMassKg !== undefined
      ? compare(document, TOTALS.grossMass, mass.decimal(1, 2), () => massListed(goodsItems, mass))
      : []),
    ...compare(document, TOTALS.equipment, totals.containers, () => String(containers.length)),
  ];
}

/** In the unit of the total; with goods in another unit, to as many places as the total is written with. */
function massListed(goodsItems: readonly GoodsItem[], total: Segment): DecimalText | undefined {
  const kilograms = sumOf(goodsItems.map((item) => item.line.grossMassKg));
  const [unit, written] = [total.code(1, 3), total.decimal(1, 2) ?? ''];
  if (kilograms === undefined || (unit === KILOGRAM && sameNumber(kilograms, written))) return kilograms;
  const isConverted = goodsItems.some(({ measurements }) =>
    measurements.some(({ as, mea }) => as?.quantity === 'grossMass' && mea.code(3, 1) !== unit),
  );
  if (unit === KILOGRAM && !isConverted) return kilograms;
  const sum = new Exact(kilograms).dividedBy(KILOGRAMS.get(unit) ?? '1');
  return isConverted ? sum.toFixed((written.split('.')[1] ?? '').length) : sum.toFixed();
}

const KILOGRAM = 'KGM';

function compare(
  { message }: TransportMessage,
  control: string,
  total: DecimalText | undefined,
  summed: () => DecimalText | undefined,
): Finding[] {
  const path = (): string => message.segment('CNT', control)?.path(1, 2) ?? '';
  if (isBelowZero(total)) return [negativeTotal(control, path())];
  const sum = total === undefined ? undefined : summed();
  if (total === undefined || sum === undefined || sameNumber(total, sum)) return [];
  return [otherTotal(path(), total, sum)];
}

const negativeTotal = (control: string, path: string): Finding =>
  belowZero('MESSAGE', control === TOTALS.grossMass ? 'MASS' : 'COUNT', path, 'UN/EDIFACT 6066');

const otherTotal = (path: string, total: string, sum: string): Finding =>
  warning({
    code: 'MESSAGE.TOTAL',
    path,
    en: `The total is said to be ${total}, what is listed makes ${sum}. Correct one of them.`,
    zh: `所列总数为 ${total}，各项合计为 ${sum}。请更正其中之一。`,
    rule: 'UN/EDIFACT 6069',
  });

const massWithoutUnit = (path: string): Finding =>
  warning({
    code: 'MESSAGE.UNIT',
    path,
    en: 'The total mass has no unit that is read, and was left out. Give KGM.',
    zh: '总重量没有可读取的单位，未予采用。请填写 KGM。',
    rule: 'UN/ECE Recommendation 20',
  });
