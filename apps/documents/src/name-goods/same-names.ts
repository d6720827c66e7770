import { isDeepStrictEqual } from 'node:util';
import type { GoodsItem, Naming } from '#domain';

/** Whether the goods have the same names and codes, found the same way. That a newer edition of a table says the same is no news. */
export const sameNames = (before: readonly GoodsItem[], after: readonly GoodsItem[]): boolean =>
  isDeepStrictEqual(before.map(namesOf), after.map(namesOf));

const namesOf = ({ railName, railCode, railNaming, customsName, hsCode, customsNaming, hsCandidates }: GoodsItem) => ({
  railName,
  railCode,
  customsName,
  hsCode,
  namings: [railNaming, customsNaming].map(withoutEditions),
  candidates: hsCandidates.map((candidate) => candidate.hsCode),
});

const withoutEditions = ({ source, certainty, decision, resolution }: Naming) => ({
  source,
  certainty,
  decision,
  resolution,
});
