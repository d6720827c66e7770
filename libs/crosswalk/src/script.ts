export type Script = 'han' | 'latin' | 'cyrillic';

/** A name with Chinese characters in it is Chinese, else one with Cyrillic letters Russian. */
export const scriptOf = (text: string): Script =>
  /\p{Script=Han}/u.test(text) ? 'han' : /\p{Script=Cyrillic}/u.test(text) ? 'cyrillic' : 'latin';
