import type { Route } from '#domain';

/** Tells the routes apart for which one party answers; empty for every route. */
export const routeKey = (route: Route | null | undefined): string => (route ? `${route.from} ${route.to}` : '');

export const routeWords = ({ from, to }: Route): string => `${from} to ${to}`;

/** An answer was given for another route than the goods'. */
const ELSEWHERE = -1;

/**
 * How closely an answer's route tells that of the goods. A UN/LOCODE begins with its country: an answer for CN to SG is one for CNCKG to
 * SGSIN, but less closely so than one for these two places, and more so than one for every route.
 */
export function nearness(answered: Route | undefined, asked: Route | undefined): number {
  if (answered === undefined) return 0;
  const covers = asked?.from.startsWith(answered.from) && asked.to.startsWith(answered.to);
  return covers ? answered.from.length + answered.to.length : ELSEWHERE;
}

export const isElsewhere = (answered: Route | undefined, asked: Route | undefined): boolean =>
  nearness(answered, asked) === ELSEWHERE;
