/**
 * SQLSTATE classes and codes of a fault that passes: connection (08), rollback for concurrency (40), resources (53), shutdown and
 * start-up (57P), lock not available (55P03), a server that has become read-only while another takes over (25006).
 */
const PASSING_STATES = /^(08|40|53|57P|55P03|25006)/;
const PASSING_SOCKET_ERRORS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** TypeORM's words for a connection that was lost in the middle of a transaction: to a query, and to an entity manager. */
const LOST_IN_TRANSACTION = new Set(['QueryRunnerAlreadyReleasedError', 'QueryRunnerProviderAlreadyReleasedError']);
const PASSING_MESSAGES =
  /Connection terminated|^timeout expired$|timeout exceeded when trying to connect|Query read timeout|not queryable|Client was closed/;

/** A connection has a statement prepared for tables that a later version of the room has changed. The code is that of much else; the place in the server tells. */
export const isPlanOutdated = (error: unknown): boolean =>
  (error as { routine?: unknown } | null)?.routine === 'RevalidateCachedQuery';

/** Is it the machine's fault and worth another try as it is: the database or the way to it, not the statement? */
export function isRetryable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && (PASSING_STATES.test(code) || PASSING_SOCKET_ERRORS.has(code))) return true;
  if (LOST_IN_TRANSACTION.has(error.name) || isPlanOutdated(error)) return true;
  return PASSING_MESSAGES.test(error.message) || isRetryable(error.cause);
}
