import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import { partyFor } from '../resolve-goods/resolution-versions.js';
import { FourEyes } from '../settings-of-a-party/four-eyes.service.js';
import { RefusedCandidatesRow } from '../storage/refused-candidates.entity.js';
import type { CandidatesRefusal } from './queue-bodies.js';
import { QueueReader, type ItemPlace } from './queue-reader.js';
import { nothingOffered, otherVersion } from './queue-refusals.js';
import { seenOf, type QueuedGoods } from './queued-goods.js';

/** None of the candidates is right: the item stays in the queue and says so, and they are not offered for its subject again. */
@Injectable()
export class RefuseCandidates {
  constructor(
    private readonly queue: QueueReader,
    private readonly fourEyes: FourEyes,
    private readonly database: RoomDatabase,
  ) {}

  /** The item as it is then. The same again changes nothing. */
  async refuse(
    caller: Caller,
    place: ItemPlace,
    { oneDocumentVersion, reason }: CandidatesRefusal,
  ): Promise<QueuedGoods> {
    const queued = await this.queue.one(caller, place);
    if (queued.oneDocumentVersion !== oneDocumentVersion) throw otherVersion(queued, oneDocumentVersion);
    if (queued.candidates.length === 0) return repeatedBy(caller, queued);
    await this.keep(caller, queued, reason);
    return this.queue.one(caller, place);
  }

  private keep(caller: Caller, queued: QueuedGoods, reason: string): Promise<unknown> {
    return this.database.asRoom(async (transaction) => {
      await this.fourEyes.askedOf(transaction, caller);
      return transaction.insert(RefusedCandidatesRow, {
        id: uuidv7(),
        party: partyFor(caller),
        subjectKey: queued.subjectKey,
        hsCodes: queued.candidates.map(({ hsCode }) => hsCode),
        reason,
        refusedBy: caller.party,
        person: caller.person ?? null,
        refusedAt: new Date(),
        seen: seenOf(queued),
      });
    });
  }
}

/** Nothing is offered: because the caller's party refused it all before, or because nothing ever was (409). */
function repeatedBy({ party }: Caller, queued: QueuedGoods): QueuedGoods {
  if (queued.refused.some(({ refusedBy }) => refusedBy === party)) return queued;
  throw nothingOffered();
}
