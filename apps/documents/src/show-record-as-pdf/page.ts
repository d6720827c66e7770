import type PDFDocument from 'pdfkit';
import type { Fonts } from './fonts.js';
import { runsOf } from './runs.js';
import { wrap } from './wrap.js';

type Pdf = InstanceType<typeof PDFDocument>;

/** A4, in points. */
export const PAGE = { width: 595.28, height: 841.89, margin: 36, footer: 24 };
export const COLOURS = { ink: '#1a1a1a', quiet: '#666666', accent: '#0b4f7a', rule: '#c8d2da', band: '#eaf1f6' };

export interface Style {
  readonly size: number;
  readonly colour: string;
}

/** The pages of a PDF, written from the top down in whatever fonts the text needs. */
export class Pages {
  y = PAGE.margin;

  constructor(
    readonly pdf: Pdf,
    private readonly fonts: Fonts,
  ) {
    for (const { name, bytes } of fonts) pdf.registerFont(name, bytes);
  }

  /** Whether that much more fits on this page. */
  fits(height: number): boolean {
    return this.linesThatFit(height) > 0;
  }

  linesThatFit(line: number): number {
    return Math.max(0, Math.floor((PAGE.height - PAGE.margin - PAGE.footer - this.y) / line));
  }

  next(): void {
    this.pdf.addPage();
    this.y = PAGE.margin;
  }

  lines(text: string, width: number, size: number): string[] {
    return wrap(text, width, (part) => this.widthOf(part, size));
  }

  widthOf(text: string, size: number): number {
    return runsOf(text, this.fonts).reduce(
      (width, run) => width + this.pdf.font(run.font, size).widthOfString(run.text),
      0,
    );
  }

  /** One line; fonts of different heights stand on one baseline. */
  write(text: string, x: number, baseline: number, { size, colour }: Style): void {
    this.pdf.fillColor(colour);
    let at = x;
    for (const run of runsOf(text, this.fonts)) {
      this.pdf.font(run.font, size).text(run.text, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
      at += this.pdf.widthOfString(run.text);
    }
  }
}
