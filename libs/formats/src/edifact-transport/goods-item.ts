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
  const names = new Map<string, { language: string; lines: string[] }>();
  for (const ftx of group.segments('FTX', 'AAA')) {
    const language = ftx.code(5).toLowerCase();
    const number = ftx.code(3, 3) === 'ZZZ' ? ftx.text(3, 1) : '';
    const lines = ftx.texts(4, 1, 5);
    const name = names.get(language + number);
    if (name) name.lines.push(...lines);
    else if (lines.length > 0) names.set(language + number, { language, lines });
  }
  return Array.from(names.values(), ({ language, lines }) => {
    const text = lines.join(' ');
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
