import { normaliseContainerNumber } from '#domain';
import type { Segment, SegmentGroup } from '../../syntax/edifact.js';
import type { GoodsItem, Measurement, Split } from './tree.types.js';

export const goodsItemOf = (group: SegmentGroup): GoodsItem => {
  const gid = group.opening;
  return {
    group,
    gid,
    packages: gid.decimal(2, 1),
    description: group.segments('FTX', 'AAA').flatMap((ftx) => ftx.texts(4, 1, 5)),
    measurements: measurementsIn(group),
    splits: group.groups('SGP').map(splitOf),
    dangerousGoods: group.groups('DGS'),
  };
};

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
