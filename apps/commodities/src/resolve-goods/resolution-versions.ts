import { isDeepStrictEqual } from 'node:util';
import type { Caller } from '#access';
import type { GoodsResolved } from '#contracts';
import { subjectKey } from '#crosswalk';
import type { ResolutionRow } from '../storage/resolution.entity.js';
import type { ResolutionBody } from './resolution-body.js';

/** A version as it is written; the database gives its place. */
export type NewVersion = Omit<ResolutionRow, 'seq'>;

/** Customs settles for everybody, anyone else for its own party. */
export const partyFor = ({ party, role }: Caller): string => (role === 'customs' ? '*' : party);

/** Whether the body says again what already stands. */
export const repeats = (
  standing: ResolutionRow | null,
  { answer, reason }: ResolutionBody,
): standing is ResolutionRow =>
  standing !== null && standing.reason === reason && isDeepStrictEqual(standing.answer, answer);

/** The version that follows the one standing, or the first under a new id. */
export const nextVersion = (
  standing: Pick<ResolutionRow, 'id' | 'version'> | null,
  caller: Caller,
  { subject, answer, reason }: ResolutionBody,
  made: { readonly id: string; readonly at: Date },
): NewVersion => ({
  id: standing?.id ?? made.id,
  version: (standing?.version ?? 0) + 1,
  party: partyFor(caller),
  subjectKey: subjectKey(subject),
  subject,
  answer,
  reason,
  resolvedBy: caller.party,
  resolvedAt: made.at,
  superseded: false,
});

/** A resolution as callers see it. */
export const shown = ({ id, version, party, subject, answer, reason, resolvedBy, resolvedAt }: NewVersion) => ({
  id,
  version,
  party,
  subject,
  answer,
  reason,
  resolvedBy,
  resolvedAt: resolvedAt.toISOString(),
});

export type ShownResolution = ReturnType<typeof shown>;

/** A resolution as the other rooms hear it. */
export const announced = ({
  id,
  version,
  party,
  subject,
  answer,
  reason,
  resolvedBy,
  resolvedAt,
}: NewVersion): GoodsResolved => ({
  resolutionId: id,
  version,
  party,
  resolvedBy,
  resolvedAt: resolvedAt.toISOString(),
  reason,
  subject,
  answer,
});
