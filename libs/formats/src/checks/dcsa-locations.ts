import type { Finding } from '#domain';
import { checkCountry } from './country-checks.js';
import { checkUnLocode } from './place-checks.js';

/** Members that DCSA's standards name alike wherever they stand. */
const CHECKS: ReadonlyMap<string, (code: string, path: string) => Finding[]> = new Map([
  ['UNLocationCode', checkUnLocode],
  ['countryCode', checkCountry],
]);

/** The places and countries in a document of DCSA, at any depth. Every document is gone through, so nothing is made on the way but the members' names. */
export function checkLocations(document: object): Finding[] {
  const findings: Finding[] = [];
  look(document as Members, '', findings);
  return findings;
}

type Members = Readonly<Record<string, unknown>>;

function look(value: Members, path: string, findings: Finding[]): void {
  // Not for…in: what V8 makes of that for one shape is given up at the next, again and again.
  for (const member of Object.keys(value)) {
    const one = value[member];
    const check = CHECKS.get(member);
    if (typeof one === 'object' && one !== null) look(one as Members, `${path}/${member}`, findings);
    else if (check && typeof one === 'string' && one.trim() !== '')
      findings.push(...check(one.trim(), `${path}/${member}`));
  }
}
