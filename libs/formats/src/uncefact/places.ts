import type { Finding, Place } from '#domain';
import { checkUnLocode } from '../checks/place-checks.js';
import { warning } from '../findings.js';
import { given } from '../mapping/given.js';
import type { Identifier, LogisticsLocation } from './building-blocks.types.js';
import { UNECE } from './code-lists.js';
import { ANY_FORM } from './form.js';
import { contentOf, first, localTexts } from './texts.js';

export function placeOf(location: LogisticsLocation = {}): Place {
  const identifier = first(location.id);
  const isLocode = identifier !== undefined && isUnLocode(identifier);
  const ownCode = contentOf(identifier);
  return {
    names: localTexts(location.name),
    ...given({
      unLocode: isLocode ? ownCode : undefined,
      stationCode: contentOf(first(location.subordinateLocation)?.id) ?? (isLocode ? undefined : ownCode),
      countryCode: contentOf(location.countryId),
    }),
  };
}

/** Two letters for the country, three letters or digits 2–9 for the place: no station code looks like that. */
const UN_LOCODE = /^[A-Z]{2}[A-Z2-9]{3}$/;

const isUnLocode = ({ content, schemeAgencyId }: Identifier): boolean =>
  (schemeAgencyId === undefined || schemeAgencyId === UNECE) && UN_LOCODE.test(content);

/** Whether anything says which place it is. */
export const isNamed = (location: LogisticsLocation | undefined): boolean => {
  const { names, unLocode, stationCode } = placeOf(location);
  return names.length > 0 || unLocode !== undefined || stationCode !== undefined;
};

/** The place's code is a UN/LOCODE, or the sender calls it one, and it cannot be. `path` is the location's. */
export function checkLocode(location: LogisticsLocation | undefined, path: string): Finding[] {
  const identifier = first(location?.id);
  const codePath = `${path}/id/0/content`;
  if (identifier && isUnLocode(identifier)) return checkUnLocode(identifier.content, codePath);
  return identifier?.schemeAgencyId === UNECE ? [brokenLocode(codePath)] : [];
}

const brokenLocode = (path: string): Finding =>
  warning({
    code: `${ANY_FORM}.UN_LOCODE`,
    path,
    en: 'This is marked as a UN/LOCODE but cannot be one. Give the five characters, or mark a railway station code with agency 12.',
    zh: '此处标为 UN/LOCODE，但格式不符。请填写五位代码；如为铁路车站代码，请将机构代码标为 12。',
    rule: 'UN/ECE Recommendation 16',
  });
