import type { GoodsLine, LocalText } from '#domain';
import type { Segment } from '../syntax/edifact.js';
import { withOne } from '../mapping/with-one.js';
import { RAIL_CODE_LISTS } from './code-lists.js';

/**
 * FTX+AAA: lines in one language are one text, cut to the directory's line length. Another language is another name, and so is, in one language, what
 * Yidan numbers in 4441 (`2::ZZZ`).
 */
export function namesIn(descriptions: readonly Segment[]): LocalText[] {
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

/** PIA+5 and PIA+1, up to five codes each: 7143 HS, or a railway's list in 1131. */
export function commodityCodesIn(segments: readonly Segment[]): Pick<GoodsLine, 'hsCodes' | 'railCodes'> {
  let hsCodes: string[] | undefined;
  let railCodes: GoodsLine['railCodes'][number][] | undefined;
  for (const pia of segments) {
    const last = Math.min(pia.elementCount, 6);
    for (let element = 2; element <= last; element += 1) {
      const code = pia.given(element, 1);
      if (code === undefined) continue;
      const scheme = RAIL_CODE_LISTS.get(pia.code(element, 3));
      if (scheme) railCodes = withOne(railCodes, { scheme, code });
      else if (pia.code(element, 2) === 'HS') hsCodes = withOne(hsCodes, code);
    }
  }
  return { railCodes: railCodes ?? [], hsCodes: hsCodes ?? [] };
}

/** PCI. Most items have none, and a loop costs nothing then. */
export function marksIn(segments: readonly Segment[]): string[] {
  const marks: string[] = [];
  for (const pci of segments) marks.push(...pci.texts(2, 1, 10));
  return marks;
}
