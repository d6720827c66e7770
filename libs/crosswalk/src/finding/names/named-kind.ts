/** Where a name stands; each is believed as much as the calibration found it to be right. */
export const ORIGINS = ['name', 'otherName', 'heading', 'subheading', 'loaded', 'decision', 'catchAll'] as const;

export type NameOrigin = (typeof ORIGINS)[number];

/** A kind of goods that a table names, with the HS codes it falls under, the usual first. None for a catch-all. */
export interface NamedKind {
  readonly codes: readonly string[];
  /** The table, as evidence calls it: `Yidan names 2026-11`. */
  readonly table: string;
  /** The kind's name in the languages the table has. */
  readonly nameZh?: string;
  readonly nameRu?: string;
  readonly nameEn?: string;
}

/** One of the names of a kind. */
export interface KindName {
  readonly text: string;
  readonly origin: NameOrigin;
  readonly kind: NamedKind;
}
