import type { SchemedCode } from '#domain';
import type { Segment } from './segment.js';

/** 3055: whose code a party has. Without an agency, or with ZZZ, it is the exchange's party code, unless 1131 names another list. */
export const AGENCIES: ReadonlyMap<string, string> = new Map([
  ['9', 'GLN'],
  ['11', 'IMO'],
  ['16', 'DUNS'],
  ['20', 'BIC'],
  ['166', 'NMFTA'],
  ['182', 'NMFTA'],
  ['306', 'SMDG'],
]);

/** 1131: lists of parties that say nothing more than that they are codes of parties; 172 is carriers'. */
export const PARTY_LISTS: ReadonlyMap<string, string> = new Map([
  ['', 'PARTY'],
  ['160', 'PARTY'],
  ['172', 'CARRIER'],
  ['AEO', 'AEO'],
]);

/** C082 of NAD. */
export function partyCodeOf(nad: Segment): SchemedCode | undefined {
  const code = nad.given(2, 1);
  return code === undefined ? undefined : { scheme: schemeOf(nad.code(2, 2), nad.code(2, 3)), code };
}

function schemeOf(list: string, agency: string): string {
  if (agency !== '' && agency !== 'ZZZ') return AGENCIES.get(agency) ?? `UNTDID-3055-${agency}`;
  return PARTY_LISTS.get(list) ?? list;
}
