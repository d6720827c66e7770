import { Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RoomDatabase } from '#database';
import type { Message } from '../message.js';
import { ENVELOPE_COLUMNS, type EnvelopeRow, toMessage } from '../message-row.js';
import { describeError } from './describe-error.js';
import type { Handler } from './inbox.js';

/** A message that could not be handled, or waits behind one; for an operator to see and to decide on. */
export interface ParkedMessage {
  readonly messageId: string;
  readonly topic: string;
  readonly key: string;
  readonly state: 'parked' | 'waiting';
  readonly error: string | null;
  readonly attempts: number;
  readonly parkedAt: string;
  /** Its place among what was set aside, a whole number: later ones have higher places. */
  readonly place: string;
}

export interface ParkedQuery {
  /** Only messages after this place. */
  readonly after?: string | undefined;
  readonly limit?: number;
}

/** Who decided on a parked message, and why. */
export interface Decision {
  readonly by: string;
  readonly reason: string;
}

/** What became of a decision. `not-parked`: none of that id is parked (it may wait behind one that is). */
export type Settlement = 'settled' | 'failed-again' | 'not-parked';

type ParkedRow = EnvelopeRow & { message_id: string; source: string };

const LIST = `
  SELECT message_id AS "messageId", topic, key, state, error, attempts, to_json(parked_at) #>> '{}' AS "parkedAt",
    seq::text AS place
  FROM parked WHERE seq > $1::bigint ORDER BY seq LIMIT $2`;
const PLACE = `SELECT topic, key FROM parked WHERE message_id = $1 AND state = 'parked'`;
const HEAD = `
  SELECT message_id, source, ${ENVELOPE_COLUMNS} FROM parked
  WHERE topic = $1 AND key = $2 AND state = 'parked' AND ($3::uuid IS NULL OR message_id = $3) FOR UPDATE`;
const NEXT = `
  UPDATE parked SET state = 'parked', error = 'Its turn has come.', parked_at = now()
  WHERE seq = (SELECT min(seq) FROM parked WHERE topic = $1 AND key = $2)`;

/** What an operator does with a room's parked messages. */
export class ParkingLot {
  private readonly logger = new Logger(ParkingLot.name);

  constructor(
    private readonly database: RoomDatabase,
    private readonly handlerOf: (topic: string) => Handler | undefined,
  ) {}

  /** In the order they were set aside, so those of one key in the order they wait in. */
  list({ after = '0', limit = 100 }: ParkedQuery = {}): Promise<readonly ParkedMessage[]> {
    return this.database.asRoom((transaction) => transaction.query(LIST, [after, limit]));
  }

  /** Handles the parked message and those waiting behind it, until one fails, which is parked then. */
  async replay(messageId: string, decision: Decision): Promise<Settlement> {
    this.tell('replay', messageId, decision);
    return this.settle(messageId, (transaction, message) => this.handle(transaction, message));
  }

  /** Gives up the parked message and handles those waiting behind it. */
  async discard(messageId: string, decision: Decision): Promise<Settlement> {
    this.tell('discard', messageId, decision);
    return this.settle(messageId, async () => undefined);
  }

  private tell(act: string, messageId: string, { by, reason }: Decision): void {
    this.logger.warn(`${by} decided to ${act} ${messageId}: ${reason}`);
  }

  private async settle(
    messageId: string,
    first: (transaction: EntityManager, message: Message) => Promise<void>,
  ): Promise<Settlement> {
    const [place] = await this.database.dataSource.query<{ topic: string; key: string }[]>(PLACE, [messageId]);
    if (place === undefined) return 'not-parked';
    if (!(await this.step(place, messageId, first))) return 'failed-again';
    while (await this.step(place, null, (transaction, message) => this.handle(transaction, message)));
    return 'settled';
  }

  /** One message in one transaction. False when there is none, or it failed again. */
  private async step(
    { topic, key }: { topic: string; key: string },
    messageId: string | null,
    act: (transaction: EntityManager, message: Message) => Promise<void>,
  ): Promise<boolean> {
    let head: ParkedRow | undefined;
    try {
      await this.database.asRoom(async (transaction) => {
        [head] = await transaction.query<ParkedRow[]>(HEAD, [topic, key, messageId]);
        if (head === undefined) return;
        await act(transaction, toMessage(head.message_id, head.source, head));
        await transaction.query('DELETE FROM parked WHERE message_id = $1', [head.message_id]);
        await transaction.query(NEXT, [topic, key]);
      });
      return head !== undefined;
    } catch (error) {
      if (head !== undefined) await this.failedAgain(head.message_id, error);
      return false;
    }
  }

  private handle(transaction: EntityManager, message: Message): Promise<void> {
    const handler = this.handlerOf(message.type);
    if (handler === undefined)
      throw new Error(`Nothing in this room hears ${message.type} any more. Discard the message.`);
    return handler([message], { transaction, topic: message.type });
  }

  private async failedAgain(messageId: string, error: unknown): Promise<void> {
    await this.database.asRoom((transaction) =>
      transaction.query(
        'UPDATE parked SET error = $2, attempts = attempts + 1, parked_at = now() WHERE message_id = $1',
        [messageId, describeError(error)],
      ),
    );
  }
}
