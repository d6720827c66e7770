import type { Finding } from '#domain';
import type { DirectoryId } from './directories/directory.js';

/** What was agreed with one sender, as plain data: looser or stricter than the standard. */
export interface PartnerProfile {
  /** Finding codes weighed otherwise: `{ 'EDIFACT.LINE_BREAKS': 'ignore', 'EDIFACT.CODE': 'warning' }`. */
  readonly severities?: Readonly<Record<string, Finding['severity'] | 'ignore'>>;
  /** Code lists by data element: codes that hold besides the directory's, or the only ones that do. */
  readonly codes?: Readonly<Record<string, { readonly also?: readonly string[]; readonly only?: readonly string[] }>>;
  /** The directory to read by where UNH names none, or one that is not at hand. */
  readonly directory?: DirectoryId;
  /** The character set its bytes are in, whatever UNB says. */
  readonly charset?: string;
}

/** Findings as the profile weighs them. */
export function weigh(findings: readonly Finding[], { severities }: PartnerProfile = {}): readonly Finding[] {
  if (!severities) return findings;
  return findings.flatMap((finding) => {
    const severity = Object.hasOwn(severities, finding.code) ? severities[finding.code] : finding.severity;
    return severity === undefined || severity === 'ignore' ? [] : [{ ...finding, severity }];
  });
}
