import type { Finding } from '#domain';
import type { DirectoryId } from './directories/directory.js';

/** What a finding counts for. */
export type Weight = Finding['severity'] | 'ignore';

/** What was agreed with one sender of its messages, as plain data: looser or stricter than the standard. */
export interface Agreement {
  /** Finding codes weighed otherwise: `{ 'EDIFACT.LINE_BREAKS': 'ignore', 'EDIFACT.CODE': 'warning' }`. */
  readonly severities?: Readonly<Record<string, Weight>>;
  /** Code lists by data element: codes that hold besides the directory's, or the only ones that do. */
  readonly codes?: Readonly<Record<string, { readonly also?: readonly string[]; readonly only?: readonly string[] }>>;
  /** The directory to read by where UNH names none, or one that is not at hand. */
  readonly directory?: DirectoryId;
}

export interface PartnerProfile extends Agreement {
  /** What holds for messages of one type (`IFTMCS`) goes before what holds for all. */
  readonly messages?: Readonly<Record<string, Agreement>>;
  /** The character set its bytes are in, whatever UNB says. */
  readonly charset?: string;
}

/** What holds for messages of this type. */
export function profileFor(profile: PartnerProfile, messageType: string): PartnerProfile {
  const { messages = {}, severities, codes } = profile;
  const own = Object.hasOwn(messages, messageType) ? messages[messageType] : undefined;
  if (!own) return profile;
  return {
    ...profile,
    ...own,
    severities: { ...severities, ...own.severities },
    codes: { ...codes, ...own.codes },
  };
}

/** Findings as the profile weighs them. */
export function weigh(findings: readonly Finding[], { severities }: PartnerProfile = {}): readonly Finding[] {
  if (!severities) return findings;
  return findings.flatMap((finding) => {
    const severity = Object.hasOwn(severities, finding.code) ? severities[finding.code] : finding.severity;
    return severity === undefined || severity === 'ignore' ? [] : [{ ...finding, severity }];
  });
}
