/** Settings a connection starts with, in the form of PostgreSQL's `options` parameter. */
export function withSettings(url: string, settings: Readonly<Record<string, string>>): string {
  const target = new URL(url);
  const given = target.searchParams.get('options');
  const ours = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  target.searchParams.set('options', [...(given === null ? [] : [given]), ...ours].join(' '));
  return target.href;
}

/**
 * A statement that runs longer is the server's or ours to look into, not to wait for. None is so large that compiling it (JIT, on by
 * default in PostgreSQL's own packages) pays: that took half a second of processor time a statement. What a batch looks up is in memory or on a
 * solid-state disk; at the default cost of a random page whole tables were read for a few hundred keys. All that a room looks up has an index; where
 * the planner cannot know how few rows a condition finds (arrays of ids), it takes reading the whole table for cheaper, more so the larger the table is.
 */
export const ROOM_LIMITS = {
  TimeZone: 'UTC',
  jit: 'off',
  random_page_cost: '1.1',
  enable_seqscan: 'off',
  statement_timeout: '30s',
  lock_timeout: '20s',
  idle_in_transaction_session_timeout: '60s',
} as const;

export const VIEWER_LIMITS = {
  ...ROOM_LIMITS,
  statement_timeout: '10s',
  default_transaction_read_only: 'on',
} as const;

/** How long to wait for a connection of the pool, new or given back. */
export const CONNECTION_TIMEOUT_MS = 10_000;

/** The server ends what runs for 30 s and says so; who hears nothing for longer is not connected to it any more. */
export const ANSWER_TIMEOUT_MS = 35_000;

/** A new connection signs in, reads the catalogue and prepares every statement again: more work than hundreds of statements. */
export const KEPT_IDLE_MS = 600_000;
