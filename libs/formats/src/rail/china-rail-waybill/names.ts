import type { LocalText } from '#domain';

/** A name of the form and its English one. `Name` is Chinese where it is in Chinese script; a name in other letters has no certain language. */
export function namesOf({ Name, NameEn }: { readonly Name: string; readonly NameEn?: string }): LocalText[] {
  const name: LocalText = /\p{Script=Han}/u.test(Name) ? { text: Name, language: 'zh' } : { text: Name };
  return NameEn === undefined ? [name] : [name, { text: NameEn, language: 'en' }];
}
