import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { OneDocument } from '#domain';
import { drawSection } from './draw-section.js';
import { drawTitle } from './draw-title.js';
import { loadFonts } from './fonts.js';
import { COLOURS, PAGE, Pages } from './page.js';
import { sectionsOf } from './sections/sections.js';

/** A record for a person to read, in Chinese and English. `address`: where the record is, for the QR code. */
export async function showRecordAsPdf(record: OneDocument, address: string): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: PAGE.margin,
    bufferPages: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: `One-document ${record.id}, version ${record.version}`, CreationDate: new Date(record.changedAt) },
  });
  const bytes = buffer(pdf);
  const pages = new Pages(pdf, await loadFonts());
  drawTitle(pages, record, address);
  for (const section of sectionsOf(record)) await drawSection(pages, section);
  drawFooters(pages, record);
  pdf.end();
  return bytes;
}

/** Last, because only then is known how many pages there are. */
function drawFooters(pages: Pages, { id, version, changedAt }: OneDocument): void {
  const { count } = pages.pdf.bufferedPageRange();
  const style = { size: 7, colour: COLOURS.quiet };
  const baseline = PAGE.height - PAGE.margin;
  for (let page = 0; page < count; page += 1) {
    pages.pdf.switchToPage(page);
    pages.write(`${id} · 版本 Version ${version} · ${changedAt}`, PAGE.margin, baseline, style);
    const number = `第 ${page + 1} 页，共 ${count} 页  Page ${page + 1} of ${count}`;
    pages.write(number, PAGE.width - PAGE.margin - pages.widthOf(number, style.size), baseline, style);
  }
}
