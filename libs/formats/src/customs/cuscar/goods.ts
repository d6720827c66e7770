import { normaliseContainerNumber, type DangerousGoods, type GoodsLine } from '#domain';
import { PACKING_GROUPS, REGULATIONS } from '../../edifact-transport/code-lists.js';
import { hazardsOf, unNumberOf } from '../../edifact-transport/dangerous-goods.js';
import { given } from '../../mapping/given.js';
import type { Segment, SegmentGroup } from '../../syntax/edifact.js';
import { GROSS, NET, VOLUME } from './code-lists.js';
import { measured } from './values.js';

/** GID of a bill. FTX+AAA is one text cut to the directory's line length; CST has the HS codes. */
export function goodsLineOf(group: SegmentGroup, index: number): GoodsLine {
  const gid = group.opening;
  const description = group.segments('FTX', 'AAA').flatMap((ftx) => ftx.texts(4, 1, 5));
  const marks = group.segments('PCI').flatMap((pci) => pci.texts(2, 1, 10));
  return given({
    sequence: gid.given(1) ?? String(index + 1),
    names: description.length === 0 ? [] : [{ text: description.join(' ') }],
    railCodes: [],
    hsCodes: group.segments('CST').flatMap((cst) => [2, 3, 4, 5, 6].flatMap((element) => cst.given(element, 1) ?? [])),
    packages: gid.decimal(2, 1),
    packageType: gid.given(2, 2)?.toUpperCase(),
    packageText: gid.given(2, 5),
    grossMassKg: measured(group, GROSS),
    netMassKg: measured(group, NET),
    volumeM3: measured(group, VOLUME),
    marks: marks.length > 0 ? marks : undefined,
    stowage: group
      .segments('SGP')
      .map((sgp) => given({ containerNumber: normaliseContainerNumber(sgp.text(1, 1)), packages: sgp.decimal(2) })),
    dangerousGoods: group.segments('DGS').map(substanceOf),
    path: gid.path(),
  });
}

const substanceOf = (dgs: Segment): DangerousGoods =>
  given({
    unNumber: unNumberOf(dgs) ?? '',
    ...hazardsOf(dgs),
    packingGroup: PACKING_GROUPS.get(dgs.code(5)),
    emergencySchedule: /^(F-[A-J])(S-[A-Z])$/.exec(dgs.code(6))?.slice(1).join(','),
    regulation: REGULATIONS.get(dgs.code(1)) ?? 'IMDG',
  });
