import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import { notProposed, notYours, ownProposal } from '../resolve-goods/resolution-refusals.js';
import { heldVersions, ResolutionRegister } from '../resolve-goods/resolution-register.service.js';
import type { NewVersion } from '../resolve-goods/resolution-versions.js';
import { personOf } from '../settings-of-a-party/four-eyes.service.js';
import { ResolutionReader } from '../storage/resolution-reader.js';
import { ResolutionRow, type Review } from '../storage/resolution.entity.js';

/** The second person's word on what was proposed. */
@Injectable()
export class ConfirmResolution {
  constructor(
    private readonly reader: ResolutionReader,
    private readonly register: ResolutionRegister,
    private readonly database: RoomDatabase,
  ) {}

  /** It stands from now on. The same person's confirmation again changes nothing. */
  confirm(caller: Caller, id: string): Promise<NewVersion> {
    return this.review(caller, id, 'standing', (transaction, proposed, review) =>
      this.register.confirm(transaction, proposed, review),
    );
  }

  /** It never held and never will. */
  reject(caller: Caller, id: string, reason: string): Promise<NewVersion> {
    return this.review(caller, id, 'rejected', async (transaction, proposed, { person, at }) => {
      const rejected = { state: 'rejected', review: { person, at, reason } } as const;
      await transaction.update(ResolutionRow, { id: proposed.id, version: proposed.version }, rejected);
      return { ...proposed, ...rejected };
    });
  }

  private async review(
    caller: Caller,
    id: string,
    becomes: ResolutionRow['state'],
    act: (transaction: EntityManager, proposed: ResolutionRow, review: Review) => Promise<NewVersion>,
  ): Promise<NewVersion> {
    const [shown] = await this.reader.versions(caller, id);
    const person = personOf(caller);
    return this.database.asRoom(async (transaction) => {
      const [latest] = (await heldVersions(transaction, shown)) as [ResolutionRow];
      if (latest.resolvedBy !== caller.party) throw notYours();
      if (latest.state === becomes && latest.review?.person === person) return latest;
      if (latest.state !== 'proposed') throw notProposed();
      if (latest.person === person) throw ownProposal();
      return act(transaction, latest, { person, at: new Date().toISOString() });
    });
  }
}
