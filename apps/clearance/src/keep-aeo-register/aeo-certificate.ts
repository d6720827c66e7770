import { readPartyCode } from '#access';
import { Refusal } from '#domain';
import { bodyReader, closed, DAY, text } from '#room';
import { AEO_CODE_RULE, isAeoCode } from './aeo-code.js';
import type { AeoEntry } from './aeo-status.js';

const COUNTRY = { type: 'string', pattern: '^[A-Z]{2}$' };

type Optional = 'validTo' | 'mutualRecognition';

const readBody = bodyReader<Omit<AeoEntry, 'partyCode' | Optional> & Partial<Pick<AeoEntry, Optional>>>(
  closed(
    {
      aeoCode: text(),
      grade: text(),
      country: COUNTRY,
      validFrom: DAY,
      validTo: { oneOf: [DAY, { type: 'null' }] },
      mutualRecognition: {
        type: 'array',
        maxItems: 300,
        items: closed({ economy: COUNTRY, from: DAY, to: DAY }, ['economy', 'from']),
      },
    },
    ['aeoCode', 'grade', 'country', 'validFrom'],
  ),
);

/** The party code in the path. Refuses what cannot be one. */
export const partyCodeIn = (path: string): string => readPartyCode(path, 'CLEARANCE.PARTY_CODE');

/** What customs states about a party's certificate in `PUT /v1/parties/{code}/aeo`. Refuses a wrong form, code or period. */
export function readCertificate(partyCode: string, body: unknown): AeoEntry {
  const { aeoCode, grade, country, validFrom, validTo = null, mutualRecognition = [] } = readBody(body);
  if (!isAeoCode(aeoCode, country)) {
    throw new Refusal('CLEARANCE.AEO_CODE', 'invalid', {
      en: `${aeoCode} is not an AEO code of ${country}. ${AEO_CODE_RULE.en}`,
      zh: `${aeoCode} 不是 ${country} 的 AEO 编码。${AEO_CODE_RULE.zh}`,
    });
  }
  const periods = [{ from: validFrom, to: validTo }, ...mutualRecognition];
  if (periods.some(({ from, to }) => to != null && to < from)) {
    throw new Refusal('CLEARANCE.AEO_PERIOD', 'invalid', {
      en: 'A period ends before it begins. Give validTo and to on or after their validFrom and from.',
      zh: '期间的终止早于开始。validTo 和 to 不得早于 validFrom 和 from。',
    });
  }
  return { partyCode, aeoCode, grade, country, validFrom, validTo, mutualRecognition };
}
