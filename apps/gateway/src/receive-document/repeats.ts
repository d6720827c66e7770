import type { Submission } from './submission.js';

/** Two submissions with the same identity are the same document: the same bytes from the same party. */
export const identityOf = ({ caller, sha256 }: Submission): string => JSON.stringify([caller.party, sha256]);

/** What a party names a request by; undefined without an Idempotency-Key. */
export const keyOf = ({ caller, idempotencyKey }: Submission): string | undefined =>
  idempotencyKey === undefined ? undefined : JSON.stringify([caller.party, idempotencyKey]);

/** The first submission of each document, ordered alike in every process so that two groups never wait for each other. */
export const firstOfEachDocument = (group: readonly Submission[]): Submission[] => firstOfEach(group, identityOf);

/** The first submission under each key, ordered likewise. */
export const firstOfEachKey = (group: readonly Submission[]): Submission[] => firstOfEach(group, keyOf);

function firstOfEach(
  group: readonly Submission[],
  nameOf: (submission: Submission) => string | undefined,
): Submission[] {
  const first = new Map<string, Submission>();
  for (const submission of group) {
    const name = nameOf(submission);
    if (name !== undefined && !first.has(name)) first.set(name, submission);
  }
  return [...first].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, submission]) => submission);
}
