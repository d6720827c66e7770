/** One way of writing for names: full-width forms, case, ё, American spellings, inverted commas. */
export const normalised = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/sulf(?=[aiou])/g, 'sulph')
    .replace(/\baluminum\b/g, 'aluminium')
    .replace(/["'“”«»]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The words of a name: what stands between spaces and punctuation. */
export const wordsOf = (name: string): ReadonlySet<string> => new Set(normalised(name).match(/[\p{L}\p{N}]+/gu) ?? []);

/** The same for names that differ in case, punctuation and spelling only. */
export const nameKey = (name: string): string => [...wordsOf(name)].join(' ');
