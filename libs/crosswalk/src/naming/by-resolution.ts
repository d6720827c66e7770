import { isDeepStrictEqual } from 'node:util';
import type { Naming, Route } from '#domain';
import type { Resolution } from '../crosswalk.js';
import { isElsewhere, routeWords } from '../route.js';

/** How often one of the answers that people gave to a subject is right for goods of which documents, parties or routes say otherwise. */
export const SETTLED = 0.9;

/** A person settled it. `asked`: the route of the goods. */
export function byResolution(resolution: Resolution, asked: Route | undefined): Naming {
  const { id, version, route } = resolution;
  return {
    source: 'resolution',
    certainty: 'exact',
    basis: evidenceOf(resolution, asked),
    decision: 'matched',
    resolution: { id, version, ...(route && { route }) },
  };
}

/** Names the answer, and the route that it was given for. */
export function evidenceOf({ id, route }: Resolution, asked?: Route): string {
  if (route === undefined) return `resolution ${id}`;
  const which = asked !== undefined && isElsewhere(route, asked) ? 'another route' : 'the route';
  return `resolution ${id} for ${which} ${routeWords(route)}`;
}

/** Several people's answers that differ: nobody's is taken. */
export function differing(settled: readonly Resolution[]): Naming {
  const parties = new Set(settled.map(({ party }) => party));
  const basis =
    parties.size > 1 ? 'the parties settled it differently' : 'it was settled differently for several routes';
  return { source: 'resolution', certainty: 'candidate', basis, decision: 'ambiguous' };
}

/** The first party's answer; none where that party answered otherwise for another route, since nothing says which of its answers holds for this one. */
export function answerOf(settled: readonly Resolution[], wanted: keyof Resolution['answer']): Resolution | undefined {
  const [first] = settled;
  const own = settled.filter(({ party }) => party === first?.party);
  return own.every(({ answer }) => isDeepStrictEqual(answer[wanted], first?.answer[wanted])) ? first : undefined;
}
