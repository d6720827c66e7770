import type { LocalText } from '#domain';
import type { Text } from './building-blocks.types.js';

/** Texts with the language the sender states, in ISO 639's lower case; without one if none is stated. */
export const localTexts = (texts: readonly Text[] | undefined): LocalText[] =>
  (texts ?? [])
    .filter(({ content }) => content !== '')
    .map(({ content, languageId }) =>
      languageId === undefined ? { text: content } : { text: content, language: languageId.toLowerCase() },
    );

/** The entry of a list that holds one at most. */
export const first = <Entry>(entries: readonly Entry[] | undefined): Entry | undefined => entries?.[0];

/** What is written, if anything is. */
export const contentOf = (written: { readonly content: string } | undefined): string | undefined =>
  written?.content || undefined;

/** The texts' contents, empty ones left out. */
export const contents = (texts: readonly { readonly content: string }[] | undefined): string[] =>
  (texts ?? []).map(({ content }) => content).filter((content) => content !== '');

/** Several texts of one field as one, for a field that holds one. */
export const joined = (texts: readonly { readonly content: string }[] | undefined): string | undefined =>
  contents(texts).join(', ') || undefined;
