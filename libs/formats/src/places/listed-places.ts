import { readFileSync } from 'node:fs';

/** Of UN/LOCODE; SOURCE.md says where the list comes from. */
export const EDITION = '2023-2';

export interface ListedPlace {
  readonly code: string;
  /** How far UN/LOCODE vouches for the place: `AA` to `AS` approved it, `XX` is to be removed. */
  readonly status: string;
  readonly name: string;
}

/** The list has every place of a country or none of it: undefined where it has none. */
export const isListed = (unLocode: string): boolean | undefined =>
  listedPlaces().has(unLocode) || (listedCountries().has(countryOf(unLocode)) ? false : undefined);

/** Places of the country whose code has two letters in the other order or differs in one: approved ones first, then in that order, then those that differ late. */
export const nearestTo = (unLocode: string): ListedPlace[] =>
  [...[3, 2].map((at) => swapped(unLocode, at)), ...[4, 3, 2].flatMap((at) => changed(unLocode, at))]
    .flatMap((code) => listedPlaces().get(code) ?? [])
    .filter(({ status }) => status !== 'XX')
    .sort((one, other) => Number(isApproved(other)) - Number(isApproved(one)));

const swapped = (code: string, at: number): string =>
  code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);

const changed = (code: string, at: number): string[] =>
  CHARACTERS.map((character) => code.slice(0, at) + character + code.slice(at + 1));

const isApproved = ({ status }: ListedPlace): boolean => status.startsWith('A');

const CHARACTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ23456789'];

const countryOf = (unLocode: string): string => unLocode.slice(0, 2);

let places: ReadonlyMap<string, ListedPlace> | undefined;
let countries: ReadonlySet<string> | undefined;

/** By code; read when the first place is looked up. */
export const listedPlaces = (): ReadonlyMap<string, ListedPlace> =>
  (places ??= new Map(readList().map((place) => [place.code, place])));

const listedCountries = (): ReadonlySet<string> =>
  (countries ??= new Set(Array.from(listedPlaces().keys(), countryOf)));

const readList = (): ListedPlace[] =>
  readFileSync(new URL(`un-locode-${EDITION}.csv`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(placeOf);

/** A name with a comma stands in quotes; none has a quote in it. */
function placeOf(row: string): ListedPlace {
  const [code = '', status = '', ...name] = row.split(',');
  return { code, status, name: name.join(',').replaceAll('"', '') };
}
