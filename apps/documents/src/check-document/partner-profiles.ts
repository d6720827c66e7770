import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PartnerProfile } from '#formats';

/** What was agreed with a party, and which version of it. */
export interface AgreedProfile {
  readonly version: number;
  readonly profile: PartnerProfile;
}

/** By party code of the sender. */
export type AgreedProfiles = ReadonlyMap<string, AgreedProfile>;

interface SetProfile extends AgreedProfile {
  readonly seq: number;
  readonly party: string;
}

/**
 * What was agreed with parties, in memory. Each use first takes in what was set since, by this instance of the room or another: those who set wait for
 * each other, so that `seq` is the order in which it became visible.
 */
@Injectable()
export class PartnerProfiles {
  private readonly agreed = new Map<string, AgreedProfile>();
  private lastSeen = 0;

  async current(transaction: EntityManager): Promise<AgreedProfiles> {
    const rows: SetProfile[] = await transaction.query(
      'SELECT seq::integer AS seq, party, version, profile FROM edifact_profiles WHERE seq > $1 ORDER BY seq',
      [this.lastSeen],
    );
    for (const { seq, party, version, profile } of rows) {
      // Another batch may have read further meanwhile.
      if (seq <= this.lastSeen) continue;
      this.agreed.set(party, { version, profile });
      this.lastSeen = seq;
    }
    return this.agreed;
  }
}
