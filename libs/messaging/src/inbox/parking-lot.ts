import type { EntityManager } from 'typeorm';
import type { RoomDatabase } from '#database';
import type { Message } from '../message.js';
import { ENVELOPE_COLUMNS, type EnvelopeRow, toMessage } from '../tables/envelope.js';
import { describeError } from './describe-error.js';
import type { Handler } from './delivery.js';

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

/** Who decides on a parked message, and why. */
export interface Decision {
  readonly by: string;
  readonly reason: string;
}

/** What became of a decision. `not-parked`: none of that id is parked (it may wait behind one that is). */
export type Settlement = 'settled' | 'failed-again' | 'not-parked';

type ParkedRow = EnvelopeRow & { message_id: string; source: string; error: string | null };
/** Those set aside of one key of a topic: the first is parked, the others wait. */
type Queue = Pick<ParkedMessage, 'topic' | 'key'>;
type Act = (transaction: EntityManager, message: Message, error: string | null) => Promise<void>;
/** What a room still does for a message that is given up, in the same transaction. */
export type GivingUp = (transaction: EntityManager, message: Message, decision: Decision) => Promise<void>;

const LIST = `
  SELECT message_id AS "messageId", topic, key, state, error, attempts, to_json(parked_at) #>> '{}' AS "parkedAt", seq AS place
  FROM parked WHERE seq > $1 ORDER BY seq LIMIT $2`;
const QUEUE = `SELECT topic, key FROM parked WHERE message_id = $1 AND state = 'parked'`;
const HEAD = `
  SELECT message_id, source, error, ${ENVELOPE_COLUMNS} FROM parked
  WHERE topic = $1 AND key = $2 AND state = 'parked' AND ($3::uuid IS NULL OR message_id = $3) FOR UPDATE`;
const NEXT = `
  UPDATE parked SET state = 'parked', error = 'Its turn has come.', parked_at = now()
  WHERE seq = (SELECT min(seq) FROM parked WHERE topic = $1 AND key = $2)`;

/** What an operator does with a room's parked messages. */
export class ParkingLot {
  private readonly givingUp = new Map<string, GivingUp>();

  constructor(
    private readonly database: RoomDatabase,
    private readonly handlerOf: (topic: string) => Handler | undefined,
  ) {}

  /** In the order they were set aside, so those of one key in the order they wait in. */
  list({ after = '0', limit = 100 }: ParkedQuery = {}): Promise<readonly ParkedMessage[]> {
    return this.database.asRoom((transaction) => transaction.query(LIST, [after, limit]));
  }

  /** Handles the parked message and those waiting behind it, until one fails, which is parked then. */
  replay(messageId: string, decision: Decision): Promise<Settlement> {
    return this.settle(messageId, async (transaction, message, error) => {
      await writeDecision(transaction, 'replay', message, error, decision);
      await this.handle(transaction, message);
    });
  }

  /** Gives up the parked message and handles those waiting behind it. */
  discard(messageId: string, decision: Decision): Promise<Settlement> {
    return this.settle(messageId, async (transaction, message, error) => {
      await writeDecision(transaction, 'discard', message, error, decision);
      await this.givingUp.get(message.type)?.(transaction, message, decision);
    });
  }

  /** Somebody waits for what becomes of messages on these topics: he is told that they are given up. */
  whenGivenUp(topics: readonly string[], tell: GivingUp): void {
    for (const topic of topics) this.givingUp.set(topic, tell);
  }

  private async settle(messageId: string, first: Act): Promise<Settlement> {
    const [queue] = await this.database.dataSource.query<Queue[]>(QUEUE, [messageId]);
    if (queue === undefined) return 'not-parked';
    if (!(await this.step(queue, messageId, first))) return 'failed-again';
    while (await this.step(queue, null, (transaction, message) => this.handle(transaction, message)));
    return 'settled';
  }

  /** One message in one transaction. False when there is none, or it failed again. */
  private async step({ topic, key }: Queue, messageId: string | null, act: Act): Promise<boolean> {
    let head: ParkedRow | undefined;
    try {
      await this.database.asRoom(async (transaction) => {
        [head] = await transaction.query<ParkedRow[]>(HEAD, [topic, key, messageId]);
        if (head === undefined) return;
        await act(transaction, toMessage(head.message_id, head.source, head), head.error);
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

/** Who had what done with which message, and what was wrong with it. */
async function writeDecision(
  transaction: EntityManager,
  decision: 'replay' | 'discard',
  message: Message,
  error: string | null,
  { by, reason }: Decision,
): Promise<void> {
  await transaction.query(
    `INSERT INTO parked_decisions (message_id, topic, key, decision, error, decided_by, reason) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [message.id, message.type, message.key, decision, error, by, reason],
  );
}
