import type { ResolutionBook } from '../resolution-book.js';
import type { Fitted } from './likelihood.js';
import type { LoadedTables } from './tables/loaded-tables.js';

/** What a crosswalk has beside the tables that ship: people's answers and the tables loaded into it. */
export interface Model {
  readonly book: ResolutionBook;
  readonly tables: LoadedTables;
  /** How far evidence is believed. */
  readonly fitted: Fitted;
}
