import type { Finding } from '#domain';
import { checkCountry, checkUnLocode } from './country-checks.js';

/** Members that DCSA's standards name alike wherever they stand. */
const CHECKS: ReadonlyMap<string, (code: string, path: string) => Finding[]> = new Map([
  ['UNLocationCode', checkUnLocode],
  ['countryCode', checkCountry],
]);

/** The countries in a document of DCSA, at any depth. */
export function checkCountries(value: unknown): Finding[] {
  if (typeof value !== 'object' || value === null) return [];
  const findings: Finding[] = [];
  for (const [member, one] of Object.entries(value)) {
    const found = typeof one === 'string' ? checkMember(member, one.trim()) : checkCountries(one);
    for (const finding of found) findings.push({ ...finding, path: `/${member}${finding.path}` });
  }
  return findings;
}

const checkMember = (member: string, code: string): Finding[] =>
  code === '' ? [] : (CHECKS.get(member)?.(code, '') ?? []);
