import type { OneDocument } from '#domain';

/** How a resolution's subject is compared: names without case and spaces. */
export const subjectKey = (scheme: string, value: string): string =>
  scheme === 'NAME' ? `NAME ${value.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')}` : `${scheme} ${value}`;

/** Everything a resolution could be about in this record. */
export function subjectsOf({ goodsItems }: OneDocument): string[] {
  const keys = goodsItems.flatMap(({ railNames, customsNames, railCode, otherRailCodes, hsCode }) => [
    ...[...railNames, ...customsNames].map(({ text }) => subjectKey('NAME', text)),
    ...[railCode, ...otherRailCodes].flatMap((code) => (code ? [subjectKey(code.scheme, code.code)] : [])),
    ...(hsCode === undefined ? [] : [subjectKey('HS', hsCode)]),
  ]);
  return [...new Set(keys)];
}
