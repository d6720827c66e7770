const LONGEST = 4_000;

/** An error in words for a person: its message and those of its causes. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error))
    return (typeof error === 'string' ? error : (JSON.stringify(error) ?? String(error))).slice(0, LONGEST);
  const own = `${error.name}: ${error.message}`;
  return (error.cause === undefined ? own : `${own}; because ${describeError(error.cause)}`).slice(0, LONGEST);
}
