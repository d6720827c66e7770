import { lazily } from '../reference-table.js';
import { imdgList, ridList } from './lists.js';
import { nameKey, wordsOf } from './names.js';
import { dangerousNames, keyOf } from './suspicion/dangerous-names.js';

/** Proper shipping names of both lists, which have the same UN numbers, whole and in the parts that a declaration writes, with the UN numbers they stand for. */
const byName = lazily(() => {
  const numbers = new Map<string, Set<string>>();
  for (const unNumber of ridList().keys()) {
    for (const key of listedNames(unNumber).flatMap(writtenForms).map(nameKey)) {
      const known = numbers.get(key);
      if (known) known.add(unNumber);
      else numbers.set(key, new Set([unNumber]));
    }
  }
  return numbers;
});

const listedNames = (unNumber: string): readonly string[] => [
  ...new Set(
    [...(ridList().get(unNumber) ?? []), ...(imdgList().get(unNumber) ?? [])].map(
      ({ listing }) => listing.properShippingName,
    ),
  ),
];

/**
 * The name as listed; each of its alternatives (`PAINT … or PAINT RELATED MATERIAL …`); and these without what the list writes in small
 * letters or in brackets to describe them, which is no part of the name (RID 3.1.2.1, IMDG 3.1.2.1).
 */
function writtenForms(name: string): string[] {
  const alternatives = name.replace(/\([^)]*\)/g, ' ').split(/ or (?=\p{Lu}{2})/u);
  return [name, ...alternatives, ...alternatives.map(withoutDescription)].filter((form) => form.trim() !== '');
}

function withoutDescription(name: string): string {
  const words = name.trim().split(/\s+/);
  const at = words.findIndex((word, index) => index > 0 && /^\p{Ll}{2,},?$/u.test(word));
  return at < 0 ? name : words.slice(0, at).join(' ');
}

/** The longest name that all of them are, but for conditions in brackets at the end and description in small letters. */
export function commonName([first = '', ...others]: readonly string[]): string | undefined {
  const shorter = others.map(unconditionedForms);
  return unconditionedForms(first).find((form) => shorter.every((forms) => forms.includes(form)));
}

/** The name whole and without what may follow it, the longest first. */
function unconditionedForms(name: string): string[] {
  const brackets = [...name.matchAll(/ \(/g)].map(({ index }) => name.slice(0, index)).reverse();
  return [name, ...brackets, withoutDescription(brackets.at(-1) ?? name)];
}

/** What a name stands for. */
export interface Named {
  readonly unNumbers: readonly string[];
  /** Not in the words of the lists, or goods of that name may be dangerous or not: people mix such names for forms of one substance. */
  readonly isLoose: boolean;
}

/** The UN numbers for which a list, or for names of trade and those in Chinese and Russian the table of dangerous names, has this very name. */
export function numbersNamed(name: string): Named {
  const bare = name.replace(/^UN\s*\d{4}\s*,?/i, '').replace(/[(（].*$/s, '');
  const listed = byName().get(nameKey(name)) ?? byName().get(nameKey(bare));
  if (listed) return { unNumbers: [...listed], isLoose: false };
  const entries = dangerousNames().get(keyOf(bare)) ?? [];
  const isLatin = /[a-z]/i.test(name);
  return {
    unNumbers: entries.flatMap(({ unNumbers }) => unNumbers),
    isLoose: !isLatin || entries.every(({ reading }) => reading === 'maybe'),
  };
}

/** Whether the lists' names of a UN number share a telling word with those of another: forms of one substance, which trade names mix. */
export function areKin(unNumber: string, others: readonly string[]): boolean {
  const words = tellingWords(unNumber);
  return others.some((other) => [...tellingWords(other)].some((word) => words.has(word)));
}

const tellingWords = (unNumber: string): ReadonlySet<string> =>
  new Set(listedNames(unNumber).flatMap((name) => [...wordsOf(name)].filter((word) => word.length >= 5)));
