import { normaliseContainerNumber, type GoodsLine, type Stowage, type TransportMode } from '#domain';
import { packTag, type Segment, type SegmentGroup } from '../syntax/edifact.js';
import { withOne } from '../mapping/with-one.js';
import { dangerousGoodsOf } from './dangerous-goods.js';
import { commodityCodesIn, marksIn, namesIn } from './goods-texts.js';
import { amountOf, measurementOf } from './quantities.js';
import { statementsOfGoods } from './reefers.js';
import type { GoodsItem, Measurement, Split } from './transport-message.types.js';

/** Members are put in one by one as they are found: there can be a thousand items, and `given` takes several times as long. */
type Unfinished<Part> = { -readonly [Member in keyof Part]: Part[Member] };

/** What stands behind GID, by what it is about. */
interface Parts {
  measurements: readonly Measurement[];
  splits: readonly Split[];
  dangerousGoods: readonly SegmentGroup[];
  references: readonly Segment[];
  descriptions: readonly Segment[];
  codes: readonly Segment[];
  marks: readonly Segment[];
  temperatures: readonly Segment[];
}

/** A goods item with its outer packages; inner ones are not counted. */
export function goodsItemOf(gid: SegmentGroup, index: number, mode: TransportMode, usualUnit: string): GoodsItem {
  const parts = partsOf(gid);
  const { measurements, splits, dangerousGoods, references } = parts;
  const { railCodes, hsCodes } = commodityCodesIn(parts.codes);
  const line: Unfinished<GoodsLine> = {
    sequence: gid.given(1) ?? String(index + 1),
    names: namesIn(parts.descriptions),
    railCodes,
    hsCodes,
    stowage: splits.map(({ stowage }) => stowage),
    dangerousGoods: dangerousGoods.map((dgs) => dangerousGoodsOf(dgs, mode)),
    path: gid.path(),
  };
  addPackaging(line, gid);
  addMeasured(line, measurements);
  const marks = marksIn(parts.marks);
  if (marks.length > 0) line.marks = marks;
  const reefer = statementsOfGoods(line, parts.temperatures, usualUnit);
  return { gid, line, measurements, splits, references, dangerousGoods, reefer };
}

/** In one go, since there can be a thousand items. */
function partsOf(gid: SegmentGroup): Parts {
  const parts: Parts = {
    measurements: NONE,
    splits: NONE,
    dangerousGoods: NONE,
    references: NONE,
    descriptions: NONE,
    codes: NONE,
    marks: NONE,
    temperatures: NONE,
  };
  for (let part = gid.partBehind(); part; part = gid.partBehind(part)) addPart(parts, part);
  return parts;
}

const NONE: readonly never[] = [];

const [MEA, SGP, DGS, RFF] = ['MEA', 'SGP', 'DGS', 'RFF'].map(packTag);
const [FTX, PIA, PCI, TMP, RNG] = ['FTX', 'PIA', 'PCI', 'TMP', 'RNG'].map(packTag);

function addPart(parts: Parts, part: SegmentGroup): void {
  switch (part.packedTag) {
    case MEA:
      parts.measurements = withOne(parts.measurements, measurementOf(part));
      break;
    case SGP:
      parts.splits = withOne(parts.splits, splitOf(part));
      break;
    case DGS:
      parts.dangerousGoods = withOne(parts.dangerousGoods, part);
      break;
    case RFF:
      parts.references = withOne(parts.references, part);
      break;
    case FTX:
      if (part.code(1) === 'AAA') parts.descriptions = withOne(parts.descriptions, part);
      break;
    case PIA:
      parts.codes = withOne(parts.codes, part);
      break;
    case PCI:
      parts.marks = withOne(parts.marks, part);
      break;
    case TMP:
    case RNG:
      parts.temperatures = withOne(parts.temperatures, part);
  }
}

function addPackaging(line: Unfinished<GoodsLine>, gid: Segment): void {
  const packages = gid.decimal(2, 1);
  const packageType = gid.givenCode(2, 2);
  const packageText = gid.given(2, 5);
  if (packages !== undefined) line.packages = packages;
  if (packageType !== undefined) line.packageType = packageType;
  if (packageText !== undefined) line.packageText = packageText;
}

/** It holds nothing but measurements, each in a group of its own. */
function splitOf(sgp: SegmentGroup): Split {
  const measurements = sgp.openings('MEA').map(measurementOf);
  const packages = sgp.decimal(2);
  const stowage: Unfinished<Stowage> = { containerNumber: normaliseContainerNumber(sgp.text(1, 1)) };
  if (packages !== undefined) stowage.packages = packages;
  addMeasured(stowage, measurements);
  return { sgp, stowage, measurements };
}

function addMeasured(part: Unfinished<GoodsLine | Stowage>, measurements: readonly Measurement[]): void {
  const grossMassKg = amountOf('grossMass', measurements);
  const netMassKg = amountOf('netMass', measurements);
  const volumeM3 = amountOf('volume', measurements);
  if (grossMassKg !== undefined) part.grossMassKg = grossMassKg;
  if (netMassKg !== undefined) part.netMassKg = netMassKg;
  if (volumeM3 !== undefined) part.volumeM3 = volumeM3;
}
