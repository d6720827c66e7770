import { isDeepStrictEqual } from 'node:util';
import type { Naming } from '#domain';
import type { GoodsQuestion, Resolution } from '../crosswalk.js';
import { isGivenOn } from '../given-on.js';
import { isElsewhere, routeWords } from '../route.js';

/** How often one of the answers that people gave to a subject is right for goods of which documents, parties or routes say otherwise. */
export const SETTLED = 0.9;

/** A person settled it. */
export function byResolution(resolution: Resolution, question: GoodsQuestion): Naming {
  const { id, version, route } = resolution;
  const isOfThisRoute = route !== undefined && !isElsewhere(route, question.route);
  return {
    source: 'resolution',
    certainty: 'exact',
    basis: evidenceOf(resolution, question),
    decision: 'matched',
    resolution: { id, version, ...(isOfThisRoute && { route }) },
  };
}

/** Names the answer, and the route that it was given for; another route only as such, since not all who see the record may know where else a party's goods go. */
export function evidenceOf(resolution: Resolution, question: GoodsQuestion): string {
  const { id, route } = resolution;
  if (route === undefined) return `resolution ${id}`;
  if (!isElsewhere(route, question.route)) return `resolution ${id} for the route ${routeWords(route)}`;
  if (isGivenOn(resolution, question)) return `resolution ${id} for these goods`;
  return question.route === undefined ? `resolution ${id} for one route` : `resolution ${id} for another route`;
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
