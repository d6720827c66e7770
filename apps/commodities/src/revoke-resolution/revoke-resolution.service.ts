import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import { notStanding, notYours } from '../resolve-goods/resolution-refusals.js';
import { heldVersions, ResolutionRegister } from '../resolve-goods/resolution-register.service.js';
import { partyFor, shownTo, type NewVersion, type ShownResolution } from '../resolve-goods/resolution-versions.js';
import { ResolutionReader } from '../storage/resolution-reader.js';
import type { ResolutionRow } from '../storage/resolution.entity.js';

/** How much rested on a resolution, in any of its versions. */
export interface RestingOn {
  /** Records whose latest version does. */
  readonly recordsInForce: number;
  /** Earlier versions of records. */
  readonly versionsPast: number;
  /** As customs has them. */
  readonly declarationsLodged: number;
}

/** The version that takes the answer back. */
export interface Revocation {
  readonly resolution: ShownResolution;
  readonly restedOnIt: RestingOn;
}

/** Takes back what was settled. */
@Injectable()
export class RevokeResolution {
  constructor(
    private readonly reader: ResolutionReader,
    private readonly register: ResolutionRegister,
    private readonly database: RoomDatabase,
  ) {}

  /** Takes effect at once, also where the party asks for four eyes: doubt needs no second person. The same again changes nothing. */
  async revoke(caller: Caller, id: string, reason: string): Promise<Revocation> {
    const [shown] = await this.reader.versions(caller, id);
    if (shown.party !== partyFor(caller)) throw notYours();
    return this.database.asRoom(async (transaction) => {
      const versions = await heldVersions(transaction, shown);
      const restedOnIt = await restingOn(transaction, id);
      const resolution = shownTo(caller, await this.revoked(transaction, caller, versions, reason));
      return { resolution, restedOnIt };
    });
  }

  private async revoked(
    transaction: EntityManager,
    caller: Caller,
    versions: readonly ResolutionRow[],
    reason: string,
  ): Promise<NewVersion> {
    const [latest] = versions as readonly [ResolutionRow];
    if (latest.state === 'revoked') return latest;
    const standing = versions.find(({ state }) => state === 'standing');
    if (!standing) throw notStanding();
    return this.register.revoke(transaction, caller, latest, standing, reason);
  }
}

async function restingOn(transaction: EntityManager, id: string): Promise<RestingOn> {
  const [counted] = await transaction.query<[RestingOn]>(
    `SELECT count(DISTINCT one_document_id) FILTER (WHERE status = 'inForce')::integer AS "recordsInForce",
            count(DISTINCT (one_document_id, one_document_version)) FILTER (WHERE status = 'past')::integer AS "versionsPast",
            count(DISTINCT declaration_id) FILTER (WHERE status = 'lodged')::integer AS "declarationsLodged"
     FROM resolution_use WHERE resolution_id = $1`,
    [id],
  );
  return counted;
}
