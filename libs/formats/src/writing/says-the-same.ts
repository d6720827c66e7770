import { isDeepStrictEqual } from 'node:util';

/** Whether two values of documents mean the same. In which language a text is, seconds that are zero and the order of a party's codes add nothing. */
export const saysTheSame = (one: unknown, other: unknown): boolean =>
  isDeepStrictEqual(one, other) || isDeepStrictEqual(plain(one), plain(other));

function plain(value: unknown): unknown {
  if (typeof value === 'string') return plainTime(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.every(isCode) ? value.map(({ scheme, code }) => `${scheme} ${code}`).sort() : value.map(plain);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([member]) => member !== 'language')
      .map(([member, one]) => [member, plain(one)]),
  );
}

/** `2026-11-04T12:30:00Z` and `2026-11-04T12:30+00:00`. */
const plainTime = (text: string): string =>
  text
    .replace(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}):00(?:\.0+)?(?=$|[Z+-])/, '$1')
    .replace(/^(\d{4}-\d{2}-\d{2}T.*)Z$/, '$1+00:00');

const isCode = (value: unknown): value is { scheme: string; code: string } =>
  typeof value === 'object' && value !== null && 'scheme' in value && 'code' in value;
