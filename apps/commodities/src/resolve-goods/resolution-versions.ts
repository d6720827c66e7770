import { isDeepStrictEqual } from 'node:util';
import type { Caller } from '#access';
import type { GoodsResolved } from '#contracts';
import { routeKey, subjectKey } from '#crosswalk';
import type { ResolutionRow } from '../storage/resolution.entity.js';
import type { ResolutionBody } from './resolution-body.js';

/** A version as it is written; the database gives its place. */
export type NewVersion = Omit<ResolutionRow, 'seq'>;

/** What somebody says of a subject, how they came to say it, and what they saw. */
export interface Answer extends ResolutionBody, Pick<ResolutionRow, 'how'> {
  readonly seen?: ResolutionRow['seen'];
  readonly origin?: ResolutionRow['origin'];
}

/** Customs settles for everybody, anyone else for its own party. */
export const partyFor = ({ party, role }: Caller): string => (role === 'customs' ? '*' : party);

/** Whether the body says again what already stands. */
export const repeats = (
  standing: ResolutionRow | null | undefined,
  { answer, reason }: ResolutionBody,
): standing is ResolutionRow =>
  standing != null && standing.reason === reason && isDeepStrictEqual(standing.answer, answer);

/** The version that follows the latest one, or the first under a new id. */
export const nextVersion = (
  latest: Pick<ResolutionRow, 'id' | 'version'> | null | undefined,
  caller: Caller,
  { subject, route, answer, reason, how, seen = null, origin = null }: Answer,
  made: { readonly id: string; readonly at: Date; readonly state: ResolutionRow['state'] },
): NewVersion => ({
  id: latest?.id ?? made.id,
  version: (latest?.version ?? 0) + 1,
  party: partyFor(caller),
  subjectKey: subjectKey(subject),
  subject,
  routeKey: routeKey(route),
  route: route ?? null,
  answer,
  reason,
  how,
  state: made.state,
  resolvedBy: caller.party,
  person: caller.person ?? null,
  resolvedAt: made.at,
  review: null,
  origin,
  seen,
});

/** A resolution as callers see it. Who at the party did it on what grounds is for that party and for customs. */
export const shownTo = ({ party, role }: Caller, row: NewVersion) => ({
  id: row.id,
  version: row.version,
  party: row.party,
  subject: row.subject,
  ...(row.route && { route: row.route }),
  answer: row.answer,
  reason: row.reason,
  how: row.how,
  state: row.state,
  resolvedBy: row.resolvedBy,
  resolvedAt: row.resolvedAt.toISOString(),
  ...(row.origin && { origin: row.origin }),
  ...((role === 'customs' || party === row.resolvedBy) && grounds(row)),
});

const grounds = ({ person, review, seen }: NewVersion) => ({
  ...(person !== null && { person }),
  ...(review && { review }),
  ...(seen && { seen }),
});

export type ShownResolution = ReturnType<typeof shownTo>;

/** A resolution as the other rooms hear it. */
export const announced = ({
  id,
  version,
  state,
  party,
  subject,
  route,
  answer,
  reason,
  resolvedBy,
  resolvedAt,
  seen,
}: NewVersion): GoodsResolved => ({
  resolutionId: id,
  version,
  ...(state === 'revoked' && { revoked: true }),
  party,
  resolvedBy,
  resolvedAt: resolvedAt.toISOString(),
  reason,
  subject,
  ...(route && { route }),
  ...(seen && { oneDocumentId: seen.oneDocumentId }),
  answer,
});
