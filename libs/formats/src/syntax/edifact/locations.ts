import type { Finding } from '#domain';
import { checkCountry } from '../../checks/country-checks.js';
import { checkUnLocode } from '../../checks/place-checks.js';
import type { Message } from './message.js';
import type { Segment } from './segment.js';

/** 3055: UN/ECE, or nobody named. */
const KEEPERS: ReadonlySet<string> = new Set(['', '6']);

/** What LOC says is a UN/LOCODE, if it can be one. */
export function unLocodeOf(loc: Segment): string | undefined {
  const code = loc.given(2, 1);
  return code !== undefined && /^[A-Z]{2}[A-Z2-9]{3}$/.test(code) && KEEPERS.has(loc.text(2, 3)) ? code : undefined;
}

/** 3207 of NAD. */
export function countryOf(nad: Segment): string | undefined {
  const code = nad.code(9);
  return /^[A-Z]{2}$/.test(code) ? code : undefined;
}

/** All places and the countries of all parties of a message. */
export function checkLocations(message: Message): Finding[] {
  const findings: Finding[] = [];
  for (const loc of message.everywhere('LOC')) {
    const unLocode = unLocodeOf(loc);
    if (unLocode !== undefined) findings.push(...checkUnLocode(unLocode, loc.path(2, 1)));
  }
  for (const nad of message.everywhere('NAD')) {
    const country = countryOf(nad);
    if (country !== undefined) findings.push(...checkCountry(country, nad.path(9)));
  }
  return findings;
}
