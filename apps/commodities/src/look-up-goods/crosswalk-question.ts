import type { GoodsQuestion, Subject } from '#crosswalk';
import { PLACE_CODE, Refusal, type Route } from '#domain';

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

/** Where the goods begin and end their journey, each a UN/LOCODE or a country. Refuses (400) one without the other. */
export function readRoute(from?: string, to?: string): Route | undefined {
  if (from === undefined && to === undefined) return undefined;
  if (isPlace(from) && isPlace(to)) return { from, to };
  throw new Refusal('COMMODITIES.ROUTE', 'invalid', {
    en: 'Say both ends of the route, each as a UN/LOCODE or a country: ?routeFrom=CNCKG&routeTo=SG.',
    zh: '请同时说明路线的起点和终点，均用 UN/LOCODE 或国家代码：?routeFrom=CNCKG&routeTo=SG。',
  });
}

const isPlace = (code: string | undefined): code is string => code !== undefined && PLACE_CODE.test(code);

/** Asks as one document would that states only this. A name may be anybody's: it is asked as the rail name. */
export const questionAbout = ({ scheme, value }: Subject, party: string, route?: Route): GoodsQuestion => ({
  railNames: scheme === 'NAME' ? [{ text: value }] : [],
  railCodes: scheme === 'NAME' || scheme === 'HS' ? [] : [{ scheme, code: value }],
  customsNames: [],
  hsCodes: scheme === 'HS' ? [value] : [],
  parties: [party],
  ...(route && { route }),
});
