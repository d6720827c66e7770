import type { Bilingual } from '#domain';

/** A part of the printed record: a heading and a table. */
export interface Section {
  readonly heading: Bilingual;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Column {
  readonly heading: Bilingual;
  /** Its width, in proportion to the others'. */
  readonly share: number;
}

/** Paragraphs one below the other. */
export type Cell = readonly Paragraph[];

export interface Paragraph {
  readonly text: string;
  /** Printed grey: what explains the rest. */
  readonly quiet?: boolean;
}

export const column = (zh: string, en: string, share: number): Column => ({ heading: { zh, en }, share });

/** A cell of what is there. */
export const cell = (...texts: readonly (string | undefined)[]): Paragraph[] => paragraphs(texts, false);

export const quiet = (...texts: readonly (string | undefined)[]): Paragraph[] => paragraphs(texts, true);

const paragraphs = (texts: readonly (string | undefined)[], isQuiet: boolean): Paragraph[] =>
  texts.filter((text): text is string => text !== undefined && text !== '').map((text) => ({ text, quiet: isQuiet }));

/** Day and time of day, one below the other. */
export const moment = (time: string | undefined): Paragraph[] => cell(...(time?.split('T') ?? []));

export const inBoth = ({ zh, en }: Bilingual): string => `${zh} ${en}`;
