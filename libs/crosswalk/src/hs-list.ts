import { lazily, readTable } from './reference-table.js';

export const HS_EDITION = 'HS 2022';

/** English descriptions by code, in the order of the codes. */
export const hsDescriptions = lazily(
  () => new Map(readTable<'code' | 'description'>('hs-2022.csv').map(({ code, description }) => [code, description])),
);

/** Whether the six digits are a subheading of HS 2022. */
export const isHsSubheading = (hs6: string): boolean => hs6.length === 6 && hsDescriptions().has(hs6);

/** Whether an HS or national code of 6 to 10 digits begins with a subheading of HS 2022. */
export const isKnownHsCode = (code: string): boolean => /^\d{6,10}$/.test(code) && isHsSubheading(code.slice(0, 6));

/** English description of a chapter, heading or subheading; of longer codes that of their first six digits. */
export const describeHs = (code: string): string | undefined => hsDescriptions().get(code.slice(0, 6));

/** The longest beginning of a code that HS 2022 knows: its subheading, else its heading, else its chapter. */
export const knownHsPrefix = (code: string): string | undefined =>
  [6, 4, 2].map((length) => code.slice(0, length)).find((prefix) => hsDescriptions().has(prefix));

export type Language = 'zh' | 'ru' | 'en';

/** Names of chapters and headings in Chinese and Russian by code. */
export const hsHeadings = lazily(
  () => new Map(readTable<'code' | 'nameZh' | 'nameRu'>('hs-headings.csv').map((heading) => [heading.code, heading])),
);

/** In English as `describeHs`; in Chinese and Russian the heading or chapter, which is what the project has translated. */
export function describeHsIn(language: Language, code: string): string | undefined {
  if (language === 'en') return describeHs(code);
  const heading = hsHeadings().get(code.slice(0, 4));
  return language === 'zh' ? heading?.nameZh : heading?.nameRu;
}
