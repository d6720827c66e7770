import type { Crosswalk, Resolution, SchemeTable } from './crosswalk.js';
import { matchDangerousGoods } from './dangerous-goods/match.js';
import { isHsSubheading } from './hs-list.js';
import { nameCustomsSide } from './naming/customs-side.js';
import { nameRailSide } from './naming/rail-side.js';
import { ResolutionBook } from './resolution-book.js';

/** A crosswalk that learns: a resolution applies to every question asked after it. */
export interface LiveCrosswalk extends Crosswalk {
  /** Takes the place of an earlier one of the same party for the same subject. */
  apply(resolution: Resolution): void;
  /** Takes the place of the scheme's loaded table. */
  load(table: SchemeTable): void;
}

/**
 * A crosswalk over the tables in `data/` and people's resolutions, in the order they were made. The tables are read at the first question
 * and shared by all crosswalks of the process, so that making one costs only its resolutions.
 */
export function buildCrosswalk(resolutions: readonly Resolution[] = []): LiveCrosswalk {
  const book = new ResolutionBook(resolutions);
  return {
    apply: (resolution) => book.apply(resolution),
    load: () => {},
    nameGoods: (question) => ({ ...nameRailSide(question, book), ...nameCustomsSide(question, book) }),
    matchDangerousGoods,
    isHsCode: isHsSubheading,
  };
}
