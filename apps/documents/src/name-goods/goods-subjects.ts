import { subjectKeysOf } from '#crosswalk';
import type { OneDocument } from '#domain';

/** Everything a resolution could be about in this record, in the crosswalk's own keys. */
export function subjectsOf({ goodsItems }: OneDocument): string[] {
  const keys = goodsItems.flatMap(({ railNames, customsNames, railCode, otherRailCodes, hsCode, hsCandidates }) =>
    subjectKeysOf({
      railNames,
      customsNames,
      railCodes: [...(railCode ? [railCode] : []), ...otherRailCodes] as Parameters<
        typeof subjectKeysOf
      >[0]['railCodes'],
      hsCodes: [...(hsCode === undefined ? [] : [hsCode]), ...hsCandidates.map((candidate) => candidate.hsCode)],
      parties: [],
    }),
  );
  return [...new Set(keys)];
}
