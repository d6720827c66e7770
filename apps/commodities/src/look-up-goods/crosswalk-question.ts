import type { GoodsQuestion, Subject } from '#crosswalk';
import { Refusal } from '#domain';

const SCHEMES = new Map<string, Subject['scheme']>([
  ['gng', 'GNG'],
  ['etsng', 'ETSNG'],
  ['cn-rail', 'CN-RAIL'],
  ['hs', 'HS'],
  ['name', 'NAME'],
]);

/** `gng:84073200`, `etsng:…`, `cn-rail:…`, `hs:…` or `name:…`. Refuses anything else (400). */
export function readSubject(from = ''): Subject {
  const [prefix = '', ...rest] = from.split(':');
  const scheme = SCHEMES.get(prefix);
  const value = rest.join(':').trim();
  if (scheme !== undefined && value !== '') return { scheme, value };
  throw new Refusal('COMMODITIES.FROM', 'invalid', {
    en: 'Say what to look up: ?from=gng:84073200, etsng:…, cn-rail:…, hs:… or name:… .',
    zh: '请说明查询对象：?from=gng:84073200、etsng:…、cn-rail:…、hs:… 或 name:… 。',
  });
}

/** Asks as one document would that states only this. A name may be anybody's: it is asked as the rail name. */
export const questionAbout = ({ scheme, value }: Subject, party: string): GoodsQuestion => ({
  railNames: scheme === 'NAME' ? [{ text: value }] : [],
  railCodes: scheme === 'NAME' || scheme === 'HS' ? [] : [{ scheme, code: value }],
  customsNames: [],
  hsCodes: scheme === 'HS' ? [value] : [],
  parties: [party],
});
