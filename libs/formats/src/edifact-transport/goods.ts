import type { GoodsLine, Stowage, TransportMode } from '#domain';
import { given } from '../given.js';
import type { SegmentGroup } from '../syntax/edifact.js';
import { withOne } from '../with-one.js';
import { GROSS, NET, RAIL_CODE_LISTS, VOLUME } from './code-lists.js';
import { dangerousGoodsOf } from './dangerous-goods.js';
import { amountIn } from './quantities.js';
import type { GoodsItem, Split } from './transport-message.types.js';

/** A goods item with its outer packages; inner ones are not counted. */
export function goodsLineOf(item: GoodsItem, index: number, mode: TransportMode): GoodsLine {
  const { group, gid, names, measurements } = item;
  const marks = marksOf(group);
  const { railCodes, hsCodes } = commodityCodesOf(group);
  return given({
    sequence: gid.given(1) ?? String(index + 1),
    names,
    railCodes,
    hsCodes,
    packages: item.packages,
    packageType: gid.given(2, 2)?.toUpperCase(),
    packageText: gid.given(2, 5),
    grossMassKg: item.grossMassKg,
    netMassKg: amountIn(measurements, NET),
    volumeM3: amountIn(measurements, VOLUME),
    marks: marks.length > 0 ? marks : undefined,
    stowage: item.splits.map(stowageOf),
    dangerousGoods: item.dangerousGoods.map((dgs) => dangerousGoodsOf(dgs, mode)),
    path: gid.path(),
  });
}

/** PIA+5 and PIA+1, up to five codes each: 7143 HS, or a railway's list in 1131. */
function commodityCodesOf(item: SegmentGroup): Pick<GoodsLine, 'hsCodes' | 'railCodes'> {
  let hsCodes: string[] | undefined;
  let railCodes: GoodsLine['railCodes'][number][] | undefined;
  for (const pia of item.segments('PIA')) {
    for (let element = 2; element <= 6; element += 1) {
      const code = pia.given(element, 1);
      if (code === undefined) continue;
      const scheme = RAIL_CODE_LISTS.get(pia.code(element, 3));
      if (scheme) railCodes = withOne(railCodes, { scheme, code });
      else if (pia.code(element, 2) === 'HS') hsCodes = withOne(hsCodes, code);
    }
  }
  return { railCodes: railCodes ?? [], hsCodes: hsCodes ?? [] };
}

const marksOf = (item: SegmentGroup): string[] => item.openings('PCI').flatMap((pci) => pci.texts(2, 1, 10));

const stowageOf = ({ containerNumber, packages, measurements }: Split): Stowage =>
  given({
    containerNumber,
    packages,
    grossMassKg: amountIn(measurements, GROSS),
    netMassKg: amountIn(measurements, NET),
    volumeM3: amountIn(measurements, VOLUME),
  });
