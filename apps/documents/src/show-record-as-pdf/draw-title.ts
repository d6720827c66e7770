import barcodes from 'bwip-js/node';
import type { OneDocument } from '#domain';
import { COLOURS, PAGE, type Pages } from './page.js';
import { inBoth } from './section.js';
import { CHANGES, JOINS, STATES } from './words.js';

const QR_SIDE = 84;

/** What record and version this is, and where it is to be found. */
export function drawTitle(pages: Pages, record: OneDocument, address: string): void {
  drawQr(pages, address);
  pages.write('一单记录  One-document', PAGE.margin, pages.y + 18, { size: 18, colour: COLOURS.accent });
  pages.y += 36;
  for (const [label, value] of factsOf(record)) {
    pages.write(label, PAGE.margin, pages.y, { size: 8, colour: COLOURS.quiet });
    pages.write(value, PAGE.margin + 110, pages.y, { size: 8, colour: COLOURS.ink });
    pages.y += 12;
  }
  pages.write('地址 Address', PAGE.margin, pages.y, { size: 8, colour: COLOURS.quiet });
  for (const line of pages.lines(address, PAGE.width - 2 * PAGE.margin - 110, 8)) {
    pages.write(line, PAGE.margin + 110, pages.y, { size: 8, colour: COLOURS.ink });
    pages.y += 12;
  }
  pages.y = Math.max(pages.y, PAGE.margin + QR_SIDE);
}

const factsOf = (record: OneDocument): [label: string, value: string][] => [
  ['记录编号 Record', record.id],
  ['版本 Version', String(record.version)],
  ['更新时间 Changed at', record.changedAt],
  ['本次变更 Change', inBoth(CHANGES[record.change.kind])],
  ['状态 State', [inBoth(STATES[record.state]), record.mergedInto].filter(Boolean).join(' ')],
  ['归并 Join', inBoth(JOINS[record.join.result])],
  ...(record.consolidates
    ? [['集拼 Consolidates', `${record.consolidates.length} 条记录 records`] as [string, string]]
    : []),
];

/** In vectors: sharp at any size, and no picture to carry. */
function drawQr({ pdf }: Pages, address: string): void {
  const [code] = barcodes.raw({ bcid: 'qrcode', text: address }) as { pixs: number[]; pixx: number; pixy: number }[];
  if (!code) throw new Error('No QR code was made.');
  const dot = QR_SIDE / code.pixx;
  const left = PAGE.width - PAGE.margin - QR_SIDE;
  for (const [index, isDark] of code.pixs.entries())
    if (isDark) pdf.rect(left + (index % code.pixx) * dot, PAGE.margin + Math.floor(index / code.pixx) * dot, dot, dot);
  pdf.fill('#000000');
}
