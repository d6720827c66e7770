import type { Place, Route } from '../consignment.js';
import type { RecordLeg } from '../one-document.js';

/** From the start of the first leg to the end of the last; undefined where the documents code either place neither by UN/LOCODE nor by country. */
export function routeOf(legs: readonly Pick<RecordLeg, 'from' | 'to'>[]): Route | undefined {
  const from = codeOf(legs[0]?.from);
  const to = codeOf(legs.at(-1)?.to);
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** ISO 3166-1 alpha-2 of a place: the first two letters of its UN/LOCODE, else what the document says. Hong Kong and Macao are their own. */
export const countryOf = ({ unLocode, countryCode }: Place): string | undefined => unLocode?.slice(0, 2) ?? countryCode;

const codeOf = (place: Place | undefined): string | undefined =>
  [place?.unLocode, place?.countryCode].find((code) => code !== undefined && PLACE_CODE.test(code));

/** A country, and the place in it where that is known. */
export const PLACE_CODE = /^[A-Z]{2}([A-Z0-9]{3})?$/;
