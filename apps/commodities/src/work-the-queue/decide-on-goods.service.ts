import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import type { HsCandidate } from '#domain';
import { ResolutionRegister } from '../resolve-goods/resolution-register.service.js';
import { partyFor, type Answer, type NewVersion } from '../resolve-goods/resolution-versions.js';
import { ResolutionRow } from '../storage/resolution.entity.js';
import type { Acceptance, Chosen } from './queue-bodies.js';
import { QueueReader, type ItemPlace } from './queue-reader.js';
import { notACandidate, nothingOffered, otherVersion } from './queue-refusals.js';
import { seenOf, type QueuedGoods } from './queued-goods.js';

/** A person's answer about goods that wait. The same again, also when they wait no longer, is the version it made. */
@Injectable()
export class DecideOnGoods {
  constructor(
    private readonly queue: QueueReader,
    private readonly register: ResolutionRegister,
    private readonly database: RoomDatabase,
  ) {}

  /** Takes a candidate, the first where none is named. */
  async accept(caller: Caller, place: ItemPlace, accepted: Acceptance): Promise<NewVersion> {
    const { oneDocumentVersion: looked, hsCode } = accepted;
    const again = await this.madeBefore(
      caller,
      place,
      looked,
      ({ how, answer }) => how === 'accepted' && (hsCode === undefined || answer.hsCode === hsCode),
    );
    if (again) return again;
    const queued = await this.looked(caller, place, looked);
    return this.answer(caller, queued, { ...acceptedAnswer(queued, accepted), how: 'accepted' }, accepted.subject);
  }

  /** Any code that HS has, with the reason. */
  async choose(
    caller: Caller,
    place: ItemPlace,
    { answer, reason, subject, oneDocumentVersion }: Chosen,
  ): Promise<NewVersion> {
    const again = await this.madeBefore(
      caller,
      place,
      oneDocumentVersion,
      (row) => row.reason === reason && isDeepStrictEqual(row.answer, answer),
    );
    if (again) return again;
    const queued = await this.looked(caller, place, oneDocumentVersion);
    return this.answer(caller, queued, { answer, reason, how: 'chosen' }, subject);
  }

  /** It is kept for the route of the record. */
  private answer(
    caller: Caller,
    queued: QueuedGoods,
    said: Pick<Answer, 'answer' | 'reason' | 'how'>,
    subject = queued.subject,
  ): Promise<NewVersion> {
    const { route } = queued;
    return this.database.asRoom((transaction) =>
      this.register.answer(transaction, caller, {
        ...said,
        subject,
        ...(route && { route }),
        seen: seenOf(queued),
      }),
    );
  }

  private async looked(caller: Caller, place: ItemPlace, version: number): Promise<QueuedGoods> {
    const queued = await this.queue.one(caller, place);
    if (queued.oneDocumentVersion !== version) throw otherVersion(queued, version);
    return queued;
  }

  /** The version that the caller's party made of the same item of the same version of the record. */
  private async madeBefore(
    caller: Caller,
    { oneDocumentId, sequence }: ItemPlace,
    looked: number,
    same: (row: ResolutionRow) => boolean,
  ): Promise<ResolutionRow | undefined> {
    const rows = await this.database.asRoom((transaction) =>
      transaction
        .createQueryBuilder(ResolutionRow, 'made')
        .where(`made.party = :party AND made.resolvedBy = :by AND made.state <> 'rejected'`, {
          party: partyFor(caller),
          by: caller.party,
        })
        .andWhere(`made.seen->>'oneDocumentId' = :oneDocumentId`, { oneDocumentId })
        .andWhere(`(made.seen->>'oneDocumentVersion')::integer = :looked`, { looked })
        .andWhere(`(made.seen->>'sequence')::integer = :sequence`, { sequence })
        .orderBy('made.version', 'DESC')
        .getMany(),
    );
    return rows.find(same);
  }
}

/** The candidate's code where customs' side is open, the name that a table suggests where rail's is. */
function acceptedAnswer(queued: QueuedGoods, { hsCode, reason }: Acceptance): Pick<Answer, 'answer' | 'reason'> {
  const { goods, decisions } = queued;
  const candidate = decisions.customs && candidateOf(queued, hsCode);
  if (hsCode !== undefined && !candidate) throw notACandidate(queued);
  const railName = decisions.rail && goods.railName;
  if (!candidate && railName === undefined) throw nothingOffered();
  return {
    answer: { ...(candidate && { hsCode: candidate.hsCode }), ...(railName !== undefined && { railName }) },
    reason: reason ?? `Accepted: ${candidate?.evidence ?? goods.railNaming.basis}`.slice(0, 1000),
  };
}

const candidateOf = ({ candidates }: QueuedGoods, hsCode: string | undefined): HsCandidate | undefined =>
  hsCode === undefined ? candidates[0] : candidates.find((candidate) => candidate.hsCode === hsCode);
