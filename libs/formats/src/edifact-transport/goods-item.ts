import { normaliseContainerNumber, type LocalText } from '#domain';
import type { Segment, SegmentGroup } from '../syntax/edifact.js';
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
  const descriptions = group.segments('FTX', 'AAA');
  const [first] = descriptions;
  if (!first) return [];
  if (descriptions.length === 1) return nameOf(first, textOf(first));
  return [...Map.groupBy(descriptions, nameKey).values()].flatMap((same) =>
    nameOf(
      same[0] as Segment,
      same
        .map(textOf)
        .filter((text) => text !== '')
        .join(' '),
    ),
  );
}

const nameKey = (ftx: Segment): string => `${ftx.code(5)} ${ftx.code(3, 3) === 'ZZZ' ? ftx.text(3, 1) : ''}`;

function nameOf(ftx: Segment, text: string): LocalText[] {
  const language = ftx.text(5).toLowerCase();
  if (text === '') return [];
  return [language === '' ? { text } : { text, language }];
}

const textOf = (ftx: Segment): string => ftx.joined(4, 1, 5);

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
const measurementsIn = (group: SegmentGroup): Measurement[] => group.openings('MEA').map(measurementOf);
