import type { Finding } from '#domain';
import { isCountry } from './country-checks.js';
import { warning } from '../findings.js';
import { EDITION, isListed, nearestTo } from '../places/listed-places.js';

/** UN/LOCODE's own, for installations in international waters. */
const HIGH_SEAS = 'XZ';

/** `unLocode` has the form of one. A country may be newer than the runtime and a place newer than the list, so it refuses nothing. */
export function checkUnLocode(unLocode: string, path: string): Finding[] {
  const country = unLocode.slice(0, 2);
  if (!isCountry(country) && country !== HIGH_SEAS) return [inNoCountry(unLocode, country, path)];
  return isListed(unLocode) === false ? [unknownPlace(unLocode, path)] : [];
}

const RULE = 'UN/ECE Recommendation 16';

const inNoCountry = (unLocode: string, country: string, path: string): Finding =>
  warning({
    code: 'COUNTRY.UNKNOWN',
    path,
    en: `No country has the code ${country} today, so ${unLocode} is no UN/LOCODE. Correct it.`,
    zh: `现无国家或地区使用代码 ${country}，因此 ${unLocode} 不是 UN/LOCODE。请更正。`,
    rule: RULE,
  });

function unknownPlace(unLocode: string, path: string): Finding {
  const nearest = nearestTo(unLocode).slice(0, 3);
  const en = nearest.map(({ code, name }) => `${code} (${name})`).join(', ');
  const zh = nearest.map(({ code, name }) => `${code}（${name}）`).join('、');
  return warning({
    code: 'PLACE.UNKNOWN',
    path,
    en: `${unLocode} is not on UN/LOCODE ${EDITION}.${en && ` Codes like it: ${en}.`} Correct it, or leave it if it is newer than that edition.`,
    zh: `UN/LOCODE ${EDITION} 版中没有 ${unLocode}。${zh && `相近的代码：${zh}。`}请更正；如为该版之后新增的代码，可保留。`,
    rule: RULE,
  });
}
