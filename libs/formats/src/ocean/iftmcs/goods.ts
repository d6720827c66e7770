import { normaliseContainerNumber, type GoodsLine, type Stowage, type TransportMode } from '#domain';
import { given } from '../../given.js';
import type { SegmentGroup } from '../../syntax/edifact.js';
import { GROSS, NET, RAIL_CODE_LISTS, VOLUME } from './code-lists.js';
import { dangerousGoodsOf } from './dangerous-goods.js';
import { cubicMetresIn, kilogramsIn, measurementsIn } from './quantities.js';

/** A goods item with its outer packages; inner ones are not counted. */
export function goodsLineOf(item: SegmentGroup, index: number, mode: TransportMode): GoodsLine {
  const gid = item.opening;
  const measurements = measurementsIn(item);
  const marks = marksOf(item);
  return given({
    sequence: gid.given(1) ?? String(index + 1),
    names: namesOf(item),
    ...commodityCodesOf(item),
    packages: gid.decimal(2, 1),
    packageType: gid.given(2, 2)?.toUpperCase(),
    packageText: gid.given(2, 5),
    grossMassKg: kilogramsIn(measurements, GROSS),
    netMassKg: kilogramsIn(measurements, NET),
    volumeM3: cubicMetresIn(measurements, VOLUME),
    marks: marks.length > 0 ? marks : undefined,
    stowage: item.groups('SGP').map(stowageOf),
    dangerousGoods: item.groups('DGS').map((group) => dangerousGoodsOf(group, mode)),
    path: gid.path(),
  });
}

/** The lines of FTX+AAA are one text cut to the directory's line length. */
function namesOf(item: SegmentGroup): GoodsLine['names'] {
  const lines = item.segments('FTX', 'AAA').flatMap((ftx) => ftx.texts(4, 1, 5));
  return lines.length === 0 ? [] : [{ text: lines.join(' ') }];
}

/** PIA+5 and PIA+1, up to five codes each: 7143 HS, or a railway's list in 1131. */
function commodityCodesOf(item: SegmentGroup): Pick<GoodsLine, 'hsCodes' | 'railCodes'> {
  const hsCodes: string[] = [];
  const railCodes: GoodsLine['railCodes'][number][] = [];
  for (const pia of item.segments('PIA')) {
    for (let element = 2; element <= 6; element += 1) {
      const code = pia.given(element, 1);
      if (code === undefined) continue;
      const scheme = RAIL_CODE_LISTS.get(pia.code(element, 3));
      if (scheme) railCodes.push({ scheme, code });
      else if (pia.code(element, 2) === 'HS') hsCodes.push(code);
    }
  }
  return { railCodes, hsCodes };
}

const marksOf = (item: SegmentGroup): string[] => item.groups('PCI').flatMap(({ opening }) => opening.texts(2, 1, 10));

const stowageOf = (split: SegmentGroup): Stowage =>
  given({
    containerNumber: normaliseContainerNumber(split.opening.text(1, 1)),
    packages: split.opening.decimal(2),
    grossMassKg: kilogramsIn(measurementsIn(split), GROSS),
  });
