import type { Crosswalk, Resolution, SchemeTable } from './crosswalk.js';
import { matchDangerousGoods } from './dangerous-goods/match.js';
import { fitted } from './finding/fitted.js';
import type { Fitted } from './finding/likelihood.js';
import { shippedNames } from './finding/names/shipped-names.js';
import { LoadedTables } from './finding/tables/loaded-tables.js';
import { isHsSubheading } from './hs-list.js';
import { nameCustomsSide } from './naming/customs-side.js';
import { nameRailSide } from './naming/rail-side.js';
import { ResolutionBook } from './resolution-book.js';

/** A crosswalk that learns: a resolution or a table applies to every question asked after it. */
export interface LiveCrosswalk extends Crosswalk {
  /** Takes the place of an earlier one of the same party for the same subject; a revoked one holds no longer. */
  apply(resolution: Resolution): void;
  /** Takes the place of the table loaded before for the scheme; without rows, what ships holds again. */
  load(table: SchemeTable): void;
  /** Reads the tables that ship, so that the first question does not wait for it. */
  ready(): void;
}

/**
 * A crosswalk over the tables in `data/`, loaded tables and people's resolutions, in the order they were made. The tables that ship are read
 * at the first question and shared by all crosswalks of the process, so that making one costs only what is its own.
 */
export const buildCrosswalk = (resolutions: readonly Resolution[] = []): LiveCrosswalk =>
  crosswalkBelieving(fitted(), resolutions);

/** The same with other figures for how far evidence is believed: for fitting them. */
export function crosswalkBelieving(believed: Fitted, resolutions: readonly Resolution[] = []): LiveCrosswalk {
  const model = { book: new ResolutionBook(resolutions), tables: new LoadedTables(), fitted: believed };
  return {
    apply: (resolution) => model.book.apply(resolution),
    load: (table) => model.tables.load(table),
    ready: () => void shippedNames(),
    nameGoods: (question) => ({ ...nameRailSide(question, model), ...nameCustomsSide(question, model) }),
    matchDangerousGoods,
    isHsCode: isHsSubheading,
    get tables() {
      return model.tables.titles;
    },
  };
}
