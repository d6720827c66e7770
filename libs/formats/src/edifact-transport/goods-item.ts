import { normaliseContainerNumber, type LocalText } from '#domain';
import { given } from '../given.js';
import type { Segment, SegmentGroup } from '../syntax/edifact.js';
import type { GoodsItem, Measurement, Split } from './transport-message.types.js';

export const goodsItemOf = (group: SegmentGroup): GoodsItem => {
  const gid = group.opening;
  return {
    group,
    gid,
    packages: gid.decimal(2, 1),
    names: namesIn(group),
    measurements: measurementsIn(group),
    splits: group.groups('SGP').map(splitOf),
    dangerousGoods: group.groups('DGS'),
  };
};

/**
 * FTX+AAA: lines in one language are one text, cut to the directory's line length. Another language is another name, and so is, in one language, what
 * Yidan numbers in 4441 (`2::ZZZ`).
 */
function namesIn(group: SegmentGroup): LocalText[] {
  const names = new Map<string, { language: string; lines: string[] }>();
  for (const ftx of group.segments('FTX', 'AAA')) {
    const language = ftx.code(5).toLowerCase();
    const key = `${language} ${ftx.code(3, 3) === 'ZZZ' ? ftx.text(3, 1) : ''}`;
    const name = names.get(key) ?? { language, lines: [] };
    names.set(key, name);
    name.lines.push(...ftx.texts(4, 1, 5));
  }
  return [...names.values()]
    .filter(({ lines }) => lines.length > 0)
    .map(({ language, lines }) => given({ text: lines.join(' '), language: language === '' ? undefined : language }));
}

function splitOf(group: SegmentGroup): Split {
  const sgp = group.opening;
  return {
    sgp,
    containerNumber: normaliseContainerNumber(sgp.text(1, 1)),
    packages: sgp.decimal(2),
    measurements: measurementsIn(group),
  };
}

/** Goods and splits have each measurement in a group of its own. */
const measurementsIn = (group: SegmentGroup): Measurement[] =>
  group.groups('MEA').map(({ opening }) => measurementOf(opening));

export const measurementOf = (mea: Segment): Measurement => ({
  mea,
  attribute: mea.code(2, 1),
  unit: mea.code(3, 1),
  value: mea.decimal(3, 2),
});
