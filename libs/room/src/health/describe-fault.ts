/** What PostgreSQL says in its own words names no secret, but what a network says can name hosts: those who are asked without a token hear the kind only. */
const KINDS: readonly (readonly [pattern: RegExp, sentence: string])[] = [
  [/^53100/, 'The disk of the database is full.'],
  [/^53/, 'The database is out of resources.'],
  [/^25006/, 'The database is read-only.'],
  [/^57014/, 'The database does not answer in time.'],
];

/** A fault in words that anyone may hear. */
export function describeFault(error: unknown): string {
  const { code } = error as { code?: unknown };
  const known = KINDS.find(([pattern]) => typeof code === 'string' && pattern.test(code));
  if (known) return known[1];
  return error instanceof Error && error.message.startsWith('No answer within')
    ? error.message
    : 'The database cannot be reached.';
}
