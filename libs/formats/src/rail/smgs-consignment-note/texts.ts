import type { LocalText } from '#domain';
import type { Text } from './tree.types.js';

/** Texts with the language the sender states, in ISO 639's lower case; without one if none is stated. */
export const localTexts = (texts: readonly Text[] | undefined): LocalText[] =>
  (texts ?? [])
    .filter(({ content }) => content !== '')
    .map(({ content, languageId }) => (languageId === undefined ? { text: content } : { text: content, language: languageId.toLowerCase() }));

/** The texts' contents, empty ones left out. */
export const contents = (texts: readonly { readonly content: string }[] | undefined): string[] =>
  (texts ?? []).map(({ content }) => content).filter((content) => content !== '');

/** Several texts of one field as one, for a field that holds one. */
export const joined = (texts: readonly { readonly content: string }[] | undefined): string | undefined => contents(texts).join(', ') || undefined;
