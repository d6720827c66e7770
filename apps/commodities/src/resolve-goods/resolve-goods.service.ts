import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#access';
import { jsonMessage, topics } from '#contracts';
import { subjectKey } from '#crosswalk';
import { RoomDatabase } from '#database';
import { Refusal } from '#domain';
import { Outbox } from '#messaging';
import { ResolutionRow } from '../storage/resolution.entity.js';
import { checkResolution } from './check-resolution.js';
import type { ResolutionBody } from './resolution-body.js';
import { announced, nextVersion, partyFor, repeats, shown, type ShownResolution } from './resolution-versions.js';

/** Keeps what a person settled and tells the other rooms. */
@Injectable()
export class ResolveGoodsService {
  constructor(
    private readonly database: RoomDatabase,
    private readonly outbox: Outbox,
  ) {}

  /** The resolution as it now stands. The same again changes nothing and tells nobody. Refuses an answer that cannot be right (422). */
  async resolve(caller: Caller, body: ResolutionBody): Promise<ShownResolution> {
    const findings = checkResolution(body);
    if (findings.length > 0) {
      throw new Refusal(
        'COMMODITIES.RESOLUTION',
        'unprocessable',
        'The resolution was not kept. Mend what findings name.',
        { findings },
      );
    }
    return this.database.asRoom(async (transaction) => {
      const standing = await standingFor(transaction, partyFor(caller), subjectKey(body.subject));
      return shown(repeats(standing, body) ? standing : await this.write(transaction, standing, caller, body));
    });
  }

  private async write(
    transaction: EntityManager,
    standing: ResolutionRow | null,
    caller: Caller,
    body: ResolutionBody,
  ) {
    const version = nextVersion(standing, caller, body, { id: uuidv7(), at: new Date() });
    await inOneOrder(transaction);
    if (standing)
      await transaction.update(ResolutionRow, { id: standing.id, version: standing.version }, { superseded: true });
    await transaction.insert(ResolutionRow, version);
    await this.outbox.add(transaction, [jsonMessage(topics.goodsResolved, version.id, announced(version))]);
    return version;
  }
}

/** The version that stands for the party and subject, held until the transaction ends so that two answers at once become two versions. */
async function standingFor(transaction: EntityManager, party: string, key: string): Promise<ResolutionRow | null> {
  await transaction.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${party} ${key}`]);
  return transaction.findOneBy(ResolutionRow, { party, subjectKey: key, superseded: false });
}

/**
 * Who writes what the crosswalk model reads by `seq` waits here for the others until the transaction ends: else a lower number might be
 * committed after a higher one was read, and never be seen.
 */
const inOneOrder = (transaction: EntityManager): Promise<unknown> =>
  transaction.query(`SELECT pg_advisory_xact_lock(hashtextextended('resolutions', 0))`);
