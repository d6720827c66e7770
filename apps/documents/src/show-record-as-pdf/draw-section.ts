import { inTurns } from '#room';
import { COLOURS, PAGE, type Pages } from './page.js';
import type { Cell, Column, Section } from './section.js';

const TEXT = 8;
const LINE = 11;
const GAP = 6;
const HEADING = 10.5;
const WIDTH = PAGE.width - 2 * PAGE.margin;

interface Line {
  readonly text: string;
  readonly colour: string;
}

interface Place {
  readonly x: number;
  readonly width: number;
}

/** A heading and its table. Long rows go on over the page, and every page says again what its columns are. */
export async function drawSection(pages: Pages, { heading, columns, rows }: Section): Promise<void> {
  if (!pages.fits(7 * LINE)) pages.next();
  pages.y += 16;
  pages.write(`${heading.zh}  ${heading.en}`, PAGE.margin, pages.y, { size: HEADING, colour: COLOURS.accent });
  pages.y += 6;
  const places = placesOf(columns);
  const drawColumns = () => drawHeadings(pages, columns, places);
  drawColumns();
  await inTurns(rows, (row) => drawRow(pages, row, places, drawColumns));
}

function placesOf(columns: readonly Column[]): Place[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let x = PAGE.margin;
  return columns.map(({ share }) => {
    const place = { x, width: (WIDTH * share) / shares - GAP };
    x += place.width + GAP;
    return place;
  });
}

function drawHeadings(pages: Pages, columns: readonly Column[], places: readonly Place[]): void {
  const headings = columns.map(({ heading }, index) => {
    const { width } = places[index] as Place;
    return [heading.zh, heading.en].flatMap((text) => pages.lines(text, width, TEXT - 1));
  });
  const height = Math.max(...headings.map(({ length }) => length)) * (LINE - 1.5) + 4;
  pages.pdf.rect(PAGE.margin, pages.y, WIDTH, height).fill(COLOURS.band);
  for (const [index, lines] of headings.entries())
    for (const [line, text] of lines.entries())
      pages.write(text, (places[index] as Place).x + 2, pages.y + 9 + line * (LINE - 1.5), {
        size: TEXT - 1,
        colour: COLOURS.accent,
      });
  pages.y += height;
}

function drawRow(pages: Pages, row: readonly Cell[], places: readonly Place[], drawColumns: () => void): void {
  const cells = row.map((cell, index) => linesOf(pages, cell, places[index] as Place));
  const count = Math.max(...cells.map(({ length }) => length));
  const goOn = () => {
    pages.next();
    drawColumns();
  };
  // One that would fill half a page is torn rather than moved.
  if (!pages.fits(count * LINE + 4) && count * LINE < PAGE.height / 2) goOn();
  pages.y += 2;
  for (let from = 0; from < count;) {
    const room = pages.linesThatFit(LINE);
    if (room === 0) goOn();
    else {
      for (const [index, lines] of cells.entries())
        drawLines(pages, lines.slice(from, from + room), places[index] as Place);
      pages.y += LINE * Math.min(room, count - from);
      from += room;
    }
  }
  pages.y += 2;
  pages.pdf
    .moveTo(PAGE.margin, pages.y)
    .lineTo(PAGE.margin + WIDTH, pages.y)
    .lineWidth(0.5)
    .stroke(COLOURS.rule);
}

const linesOf = (pages: Pages, cell: Cell, { width }: Place): Line[] =>
  cell.flatMap(({ text, quiet }) =>
    pages.lines(text, width, TEXT).map((line) => ({ text: line, colour: quiet ? COLOURS.quiet : COLOURS.ink })),
  );

const drawLines = (pages: Pages, lines: readonly Line[], { x }: Place): void =>
  lines.forEach(({ text, colour }, index) =>
    pages.write(text, x + 2, pages.y + 8.5 + index * LINE, { size: TEXT, colour }),
  );
