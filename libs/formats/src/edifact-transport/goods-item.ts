import { normaliseContainerNumber, type LocalText } from '#domain';
import type { SegmentGroup } from '../syntax/edifact.js';
import { GROSS } from './code-lists.js';
import { amountIn, measurementOf } from './quantities.js';
import type { GoodsItem, Measurement, Split } from './transport-message.types.js';

export function goodsItemOf(group: SegmentGroup): GoodsItem {
  const gid = group.opening;
  const measurements = measurementsIn(group);
  return {
    group,
    gid,
    packages: gid.decimal(2, 1),
    names: namesIn(group),
    measurements,
    grossMassKg: amountIn(measurements, GROSS),
    splits: group.groups('SGP').map(splitOf),
    dangerousGoods: group.groups('DGS'),
  };
}

/**
 * FTX+AAA: lines in one language are one text, cut to the directory's line length. Another language is another name, and so is, in one language, what
 * Yidan numbers in 4441 (`2::ZZZ`).
 */
function namesIn(group: SegmentGroup): LocalText[] {
  const names: { readonly key: string; readonly language: string; readonly lines: string[] }[] = [];
  for (const ftx of group.segments('FTX', 'AAA')) {
    const language = ftx.text(5).toLowerCase();
    const key = ftx.code(3, 3) === 'ZZZ' ? `${language} ${ftx.text(3, 1)}` : language;
    const lines = ftx.texts(4, 1, 5);
    const name = names.find((one) => one.key === key);
    if (name) name.lines.push(...lines);
    else if (lines.length > 0) names.push({ key, language, lines });
  }
  return names.map(({ language, lines }) => {
    const text = lines.length === 1 ? (lines[0] as string) : lines.join(' ');
    return language === '' ? { text } : { text, language };
  });
}

function splitOf(group: SegmentGroup): Split {
  const sgp = group.opening;
  const measurements = measurementsIn(group);
  return {
    sgp,
    containerNumber: normaliseContainerNumber(sgp.text(1, 1)),
    packages: sgp.decimal(2),
    measurements,
    grossMassKg: amountIn(measurements, GROSS),
  };
}

/** Goods and splits have each measurement in a group of its own. */
const measurementsIn = (group: SegmentGroup): Measurement[] =>
  group.groups('MEA').map(({ opening }) => measurementOf(opening));
