import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#access';
import { jsonMessage, topics } from '#contracts';
import { routeKey, subjectKey } from '#crosswalk';
import { holdName } from '#database';
import { Outbox } from '#messaging';
import { FourEyes } from '../settings-of-a-party/four-eyes.service.js';
import { ResolutionRow, type Review } from '../storage/resolution.entity.js';
import { refuseUnlessPossible } from './check-resolution.js';
import { otherProposed } from './resolution-refusals.js';
import { announced, nextVersion, partyFor, repeats, type Answer, type NewVersion } from './resolution-versions.js';

/** Every version of what people settled, written with the event that tells the other rooms. All inside the caller's transaction. */
@Injectable()
export class ResolutionRegister {
  constructor(
    private readonly fourEyes: FourEyes,
    private readonly outbox: Outbox,
  ) {}

  /**
   * The version that the answer makes: it stands, or is proposed where the party asks for four eyes. The same as what stands or is proposed
   * changes nothing. Refuses an answer that cannot be right (422), and one beside another that is proposed (409).
   */
  async answer(transaction: EntityManager, caller: Caller, answer: Answer): Promise<NewVersion> {
    refuseUnlessPossible(answer);
    const versions = await heldVersions(transaction, {
      party: partyFor(caller),
      subjectKey: subjectKey(answer.subject),
      routeKey: routeKey(answer.route),
    });
    const live = versions.filter(({ state }) => state === 'standing' || state === 'proposed');
    const same = live.find((version) => repeats(version, answer));
    if (same) return same;
    const fourEyes = await this.fourEyes.askedOf(transaction, caller);
    const proposed = live.find(({ state }) => state === 'proposed');
    if (fourEyes && proposed) throw otherProposed(proposed);
    const made = { id: uuidv7(), at: new Date(), state: fourEyes ? ('proposed' as const) : ('standing' as const) };
    return this.write(transaction, nextVersion(versions[0], caller, answer, made));
  }

  /** From the new version on it holds no longer; what was said of the subject for other routes does. */
  async revoke(
    transaction: EntityManager,
    caller: Caller,
    latest: ResolutionRow,
    standing: ResolutionRow,
    reason: string,
  ): Promise<NewVersion> {
    await this.fourEyes.askedOf(transaction, caller);
    const { subject, route, answer } = standing;
    const revoked = { subject, ...(route && { route }), answer, reason, how: 'revoked' as const };
    const made = { id: standing.id, at: new Date(), state: 'revoked' as const };
    return this.write(transaction, nextVersion(latest, caller, revoked, made));
  }

  /** What was proposed stands from now on. */
  async confirm(transaction: EntityManager, proposed: ResolutionRow, review: Review): Promise<NewVersion> {
    await inOneOrder(transaction);
    await transaction.update(ResolutionRow, { id: proposed.id, state: 'standing' }, { state: 'superseded' });
    await transaction.query(
      `UPDATE resolution SET state = 'standing', review = $3, seq = DEFAULT WHERE id = $1 AND version = $2`,
      [proposed.id, proposed.version, JSON.stringify(review)],
    );
    const confirmed: NewVersion = { ...proposed, state: 'standing', review };
    await this.announce(transaction, confirmed);
    return confirmed;
  }

  private async write(transaction: EntityManager, version: NewVersion): Promise<NewVersion> {
    await inOneOrder(transaction);
    if (version.state !== 'proposed') {
      const live = { id: version.id, state: In(['standing', 'proposed']) };
      await transaction.update(ResolutionRow, live, { state: 'superseded' });
    }
    await transaction.insert(ResolutionRow, version);
    if (version.state !== 'proposed') await this.announce(transaction, version);
    return version;
  }

  private announce(transaction: EntityManager, version: NewVersion): Promise<void> {
    return this.outbox.add(transaction, [jsonMessage(topics.goodsResolved, version.id, announced(version))]);
  }
}

/** Whose answers about what for which route are versions of one. */
type AnsweredFor = Pick<ResolutionRow, 'party' | 'subjectKey' | 'routeKey'>;

/** All of their versions, the latest first; held until the transaction ends, so that two answers at once become two versions. */
export async function heldVersions(
  transaction: EntityManager,
  { party, subjectKey: subject, routeKey: route }: AnsweredFor,
): Promise<ResolutionRow[]> {
  await holdName(transaction, `${party} ${subject} ${route}`);
  return transaction.find(ResolutionRow, {
    where: { party, subjectKey: subject, routeKey: route },
    order: { version: 'DESC' },
  });
}

/**
 * Who writes what the crosswalk model reads by `seq` waits here for the others until the transaction ends: else a lower number might be
 * committed after a higher one was read, and never be seen.
 */
const inOneOrder = (transaction: EntityManager): Promise<void> => holdName(transaction, 'resolutions');
