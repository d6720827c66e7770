/** How long to wait before the next try: twice as long each time (`times` from 1), up to the longest. */
export const growing = ({ shortest, longest }: { shortest: number; longest: number }, times: number): number =>
  Math.min(shortest * 2 ** Math.max(0, times - 1), longest);

/** Between tries while a server is away: seldom enough to cost nothing while it is gone, soon enough that nobody notices once it is back. */
export const AWAY_MS = { shortest: 100, longest: 2_000 };
