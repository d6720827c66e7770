import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '#access';
import { holdName, RoomDatabase } from '#database';
import { Refusal } from '#domain';
import { PartySettingsRow } from '../storage/party-settings.entity.js';

/** Four eyes (双人复核): a party may ask that what one of its people answers holds only when another has confirmed it. */
@Injectable()
export class FourEyes {
  constructor(private readonly database: RoomDatabase) {}

  /** What the caller's party asks for; null where it never said anything. */
  read({ party }: Caller): Promise<PartySettingsRow | null> {
    return this.database.asRoom((transaction) => transaction.findOneBy(PartySettingsRow, { party }));
  }

  /** Whether the caller's party asks for it. Then it must be known who decides: refuses (403) a token without a person. */
  async askedOf(transaction: EntityManager, caller: Caller): Promise<boolean> {
    const settings = await transaction.findOneBy(PartySettingsRow, { party: caller.party });
    if (settings?.fourEyes) personOf(caller);
    return settings?.fourEyes ?? false;
  }

  /** On at once; off when a second person asks for it too. The same again changes nothing. */
  async set(caller: Caller, fourEyes: boolean): Promise<PartySettingsRow | null> {
    return this.database.asRoom(async (transaction) => {
      await holdName(transaction, `settings ${caller.party}`);
      const before = await transaction.findOneBy(PartySettingsRow, { party: caller.party });
      const after = changed(before, caller, fourEyes);
      if (after && after !== before) await transaction.save(PartySettingsRow, after);
      return after;
    });
  }
}

/** Who it is at the caller's party, which a token without a person does not say: refuses it (403). */
export function personOf({ person }: Caller): string {
  if (person !== undefined) return person;
  throw new Refusal('COMMODITIES.NO_PERSON', 'forbidden', {
    en: 'With four eyes it must be known who decides, and the token names only the party. Use a token whose claim sub is the person.',
    zh: '双人复核须知道由谁决定，而令牌只写明单位。请使用 sub 声明为本人的令牌。',
  });
}

/** The settings after somebody asked; those of before where nothing changes. */
export function changed(before: PartySettingsRow | null, caller: Caller, fourEyes: boolean): PartySettingsRow | null {
  return fourEyes ? switchedOn(before, caller) : switchedOff(before, caller);
}

function switchedOn(before: PartySettingsRow | null, caller: Caller): PartySettingsRow {
  if (before?.fourEyes && before.offAskedBy === null) return before;
  return { ...changedBy(caller), fourEyes: true };
}

function switchedOff(before: PartySettingsRow | null, caller: Caller): PartySettingsRow | null {
  if (!before?.fourEyes) return before;
  const person = personOf(caller);
  if (before.offAskedBy === person) return before;
  return before.offAskedBy === null ? { ...before, offAskedBy: person } : { ...changedBy(caller), fourEyes: false };
}

const changedBy = (caller: Caller) => ({
  party: caller.party,
  changedBy: personOf(caller),
  changedAt: new Date(),
  offAskedBy: null,
});
