import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '#access';
import { holdName, RoomDatabase } from '#database';
import { Refusal } from '#domain';
import { checkProfile } from '#formats';
import { EdifactProfileRow } from '../storage/entities.js';
import type { ProfileBody, SetProfile } from './edifact-profile-body.js';

/** A version of what was agreed with a party, as operators and the party see it. */
export interface ProfileView {
  readonly party: string;
  /** From 1. */
  readonly version: number;
  readonly profile: SetProfile;
  readonly reason: string;
  readonly setBy: string;
  readonly setAt: string;
}

/** Keeps what is agreed with parties about their EDIFACT. A version is never changed; what is said again is none. */
@Injectable()
export class EdifactProfiles {
  constructor(private readonly database: RoomDatabase) {}

  /** The profile as it now stands. Refuses (422) what would make records wrong. */
  async set(party: string, { profile, reason }: ProfileBody, setBy: string): Promise<ProfileView> {
    const findings = checkProfile(profile);
    if (findings.length > 0) {
      const message = {
        en: 'The profile was not set. Mend what findings name.',
        zh: '约定未予设置。请更正 findings 中指出的问题。',
      };
      throw new Refusal('EDIFACT_PROFILE.IMPOSSIBLE', 'unprocessable', message, { findings });
    }
    return this.database.asRoom(async (transaction) => {
      // One at a time, so that the order of `seq` is the order of commits.
      await holdName(transaction, 'edifact_profiles');
      const standing = await newest(transaction, party);
      if (standing?.reason === reason && isDeepStrictEqual(standing.profile, profile)) return shown(standing);
      const row = { party, version: (standing?.version ?? 0) + 1, profile, reason, setBy, setAt: new Date() };
      await transaction.getRepository(EdifactProfileRow).insert(row);
      return shown(row);
    });
  }

  current(party: string, viewer: Caller): Promise<ProfileView> {
    return this.find(viewer, (transaction) => newest(transaction, party));
  }

  version(party: string, version: string, viewer: Caller): Promise<ProfileView> {
    if (!/^[1-9]\d{0,8}$/.test(version)) throw notFound();
    return this.find(viewer, (transaction) =>
      transaction.findOneBy(EdifactProfileRow, { party, version: Number(version) }),
    );
  }

  private async find(
    viewer: Caller,
    look: (transaction: EntityManager) => Promise<EdifactProfileRow | null>,
  ): Promise<ProfileView> {
    const row = await this.database.asViewer(viewer, look);
    if (row === null) throw notFound();
    return shown(row);
  }
}

const newest = (transaction: EntityManager, party: string): Promise<EdifactProfileRow | null> =>
  transaction.findOne(EdifactProfileRow, { where: { party }, order: { version: 'DESC' } });

const shown = ({ party, version, profile, reason, setBy, setAt }: EdifactProfileRow): ProfileView => ({
  party,
  version,
  profile,
  reason,
  setBy,
  setAt: setAt.toISOString(),
});

const notFound = (): Refusal =>
  new Refusal('EDIFACT_PROFILE.NOT_FOUND', 'not-found', {
    en: 'No such profile is set that you may see. EDIFACT of a party without one is checked by the standard alone.',
    zh: '没有设置您可查看的此项约定。未设约定的单位，其 EDIFACT 仅按标准审核。',
  });
