import type { GoodsQuestion, Subject } from '#crosswalk';
import { Refusal } from '#domain';

const SCHEMES = new Map<string, Subject['scheme']>([
  ['gng', 'GNG'],
  ['etsng', 'ETSNG'],
  ['cn-rail', 'CN-RAIL'],
  ['hs', 'HS'],
  ['name', 'NAME'],
]);

const MAX_LENGTH = 500;

/** `gng:84073200`, `etsng:…`, `cn-rail:…`, `hs:…` or `name:…`. Refuses anything else (400). */
export function readSubject(from: unknown): Subject {
  const text = typeof from === 'string' && from.length <= MAX_LENGTH ? from : '';
  const [prefix = '', ...rest] = text.split(':');
  const scheme = SCHEMES.get(prefix);
  const value = rest.join(':').trim();
  if (scheme !== undefined && value !== '' && !value.includes('\u0000')) return { scheme, value };
  throw new Refusal(
    'COMMODITIES.FROM',
    'invalid',
    'Say what to look up: ?from=gng:84073200, etsng:…, cn-rail:…, hs:… or name:… .',
  );
}

/** Asks as one document would that states only this. A name may be anybody's: it is asked as the rail name. */
export const questionAbout = ({ scheme, value }: Subject, party: string): GoodsQuestion => ({
  railNames: scheme === 'NAME' ? [{ text: value }] : [],
  railCodes: scheme === 'NAME' || scheme === 'HS' ? [] : [{ scheme, code: value }],
  customsNames: [],
  hsCodes: scheme === 'HS' ? [value] : [],
  parties: [party],
});
