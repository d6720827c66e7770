import type { GoodsQuestion } from '../crosswalk.js';

type RailCode = GoodsQuestion['railCodes'][number];

/** GNG crosses borders and leads to HS; the China list leads to HS chapters; ETSNG to no open list. */
const PREFERENCE = ['GNG', 'CN-RAIL', 'ETSNG'];

/** Each code once, the one that tells most first. */
export function byPreference(codes: readonly RailCode[]): readonly RailCode[] {
  if (codes.length < 2) return codes;
  const distinct = [...new Map(codes.map((railCode) => [`${railCode.scheme}:${railCode.code}`, railCode])).values()];
  return distinct.sort((left, right) => PREFERENCE.indexOf(left.scheme) - PREFERENCE.indexOf(right.scheme));
}
