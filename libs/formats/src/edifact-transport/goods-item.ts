import { normaliseContainerNumber, type GoodsLine, type Stowage, type TransportMode } from '#domain';
import type { Segment, SegmentGroup } from '../syntax/edifact.js';
import { dangerousGoodsOf } from './dangerous-goods.js';
import { commodityCodesIn, marksIn, namesIn } from './goods-texts.js';
import { amountOf, measurementOf } from './quantities.js';
import { statementsOfGoods } from './reefers.js';
import type { GoodsItem, Measurement, Split } from './transport-message.types.js';

/** Members are put in one by one as they are found: there can be a thousand items, and `given` takes several times as long. */
type Unfinished<Part> = { -readonly [Member in keyof Part]: Part[Member] };

/** A goods item with its outer packages; inner ones are not counted. */
export function goodsItemOf(group: SegmentGroup, index: number, mode: TransportMode, usualUnit: string): GoodsItem {
  const gid = group.opening;
  const measurements = measurementsIn(group);
  const splits = group.groups('SGP').map(splitOf);
  const dangerousGoods = group.groups('DGS');
  const { railCodes, hsCodes } = commodityCodesIn(group);
  const line: Unfinished<GoodsLine> = {
    sequence: gid.given(1) ?? String(index + 1),
    names: namesIn(group),
    railCodes,
    hsCodes,
    stowage: splits.map(({ stowage }) => stowage),
    dangerousGoods: dangerousGoods.map((dgs) => dangerousGoodsOf(dgs, mode)),
    path: gid.path(),
  };
  addPackaging(line, gid);
  addMeasured(line, measurements);
  const marks = marksIn(group);
  if (marks.length > 0) line.marks = marks;
  const reefer = statementsOfGoods(line, group, usualUnit);
  return { group, line, measurements, splits, dangerousGoods, reefer };
}

function addPackaging(line: Unfinished<GoodsLine>, gid: Segment): void {
  const packages = gid.decimal(2, 1);
  const packageType = gid.given(2, 2);
  const packageText = gid.given(2, 5);
  if (packages !== undefined) line.packages = packages;
  if (packageType !== undefined) line.packageType = packageType.toUpperCase();
  if (packageText !== undefined) line.packageText = packageText;
}

function splitOf(group: SegmentGroup): Split {
  const sgp = group.opening;
  const measurements = measurementsIn(group);
  const packages = sgp.decimal(2);
  const stowage: Unfinished<Stowage> = { containerNumber: normaliseContainerNumber(sgp.text(1, 1)) };
  if (packages !== undefined) stowage.packages = packages;
  addMeasured(stowage, measurements);
  return { sgp, stowage, measurements };
}

/** Goods and splits have each measurement in a group of its own. */
const measurementsIn = (group: SegmentGroup): Measurement[] => group.openings('MEA').map(measurementOf);

function addMeasured(part: Unfinished<GoodsLine | Stowage>, measurements: readonly Measurement[]): void {
  const grossMassKg = amountOf('grossMass', measurements);
  const netMassKg = amountOf('netMass', measurements);
  const volumeM3 = amountOf('volume', measurements);
  if (grossMassKg !== undefined) part.grossMassKg = grossMassKg;
  if (netMassKg !== undefined) part.netMassKg = netMassKg;
  if (volumeM3 !== undefined) part.volumeM3 = volumeM3;
}
