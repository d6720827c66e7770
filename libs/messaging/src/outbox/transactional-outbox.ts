import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { RoomDatabase } from '#database';
import type { OutgoingMessage } from '../message.js';
import { MAX_MESSAGE_BYTES } from '../options.js';
import { Outbox } from '../outbox.js';
import { laneOf } from '../tables/lanes.js';
import { continueTrace } from './trace.js';

export interface OutboxRules {
  /** Throws on a message that must not go out. */
  readonly check: (message: OutgoingMessage) => void;
  /** The trace that a message without one of its own belongs to. */
  readonly traceparent: () => string | undefined;
  /** After a commit that said something. */
  readonly committed: () => void;
  /** NOTIFY on this channel which topics have something new. */
  readonly notify?: string;
}

/**
 * What a transaction says is kept until just before its commit and written in one statement: lanes are locked in one order and for
 * the shortest time, so that numbers have no gaps and rooms' transactions do not wait for each other in a circle.
 */
export class TransactionalOutbox extends Outbox {
  private readonly said = new WeakMap<object, OutgoingMessage[]>();
  private readonly insert: string;

  constructor(
    private readonly database: RoomDatabase,
    private readonly rules: OutboxRules,
  ) {
    super();
    this.insert = insertInto(rules.notify);
  }

  override async add(transaction: EntityManager, messages: readonly OutgoingMessage[]): Promise<void> {
    for (const message of messages) this.examine(message);
    const runner = transaction.queryRunner as object;
    const said = this.said.get(runner);
    if (said) said.push(...messages);
    else if (messages.length > 0) this.begin(transaction, [...messages]);
  }

  private begin(transaction: EntityManager, messages: OutgoingMessage[]): void {
    this.said.set(transaction.queryRunner as object, messages);
    this.database.beforeCommit(transaction, () => this.write(transaction, messages));
    this.database.afterCommit(transaction, this.rules.committed);
  }

  private async write(transaction: EntityManager, messages: readonly OutgoingMessage[]): Promise<void> {
    const now = new Date().toISOString();
    await transaction.query(this.insert, [
      messages.map(() => uuidv7()),
      messages.map((message) => message.type),
      messages.map((message) => message.key),
      messages.map((message) => message.contentType),
      messages.map((message) => JSON.stringify(message.attributes ?? {})),
      messages.map((message) => message.time ?? now),
      messages.map((message) => continueTrace(message.traceparent ?? this.rules.traceparent())),
      messages.map((message) => message.data.length),
      Buffer.concat(messages.map((message) => message.data)),
    ]);
  }

  private examine(message: OutgoingMessage): void {
    const bytes = message.data.length + Buffer.byteLength(JSON.stringify(message.attributes ?? {}));
    if (bytes > MAX_MESSAGE_BYTES) {
      throw new RangeError(
        `A ${message.type} of ${bytes} bytes is too large for the bus (${MAX_MESSAGE_BYTES}). Send a reference.`,
      );
    }
    for (const name of Object.keys(message.attributes ?? {})) {
      if (!ATTRIBUTE_NAME.test(name))
        throw new TypeError(
          `"${name}" is no attribute name on the bus: lower-case letters and digits, not one of the envelope's.`,
        );
    }
    this.rules.check(message);
  }
}

/** CloudEvents 1.0 §3.1.1: lower-case letters and digits. The envelope's own names are taken. */
const ATTRIBUTE_NAME = /^(?!(?:id|source|type|specversion|time|lane|number|datacontenttype|data)$)[a-z0-9]{1,32}$/;

/** All data come in one parameter and are cut by their lengths: an array of bytes would travel as text, twice as long. */
const insertInto = (channel: string | undefined): string => `
  WITH claimed AS (
    INSERT INTO lanes (topic, lane, last)
    SELECT topic, ${laneOf('key')} AS lane, count(*) FROM unnest($2::text[], $3::text[]) AS given (topic, key)
    GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (topic, lane) DO UPDATE SET last = lanes.last + excluded.last
    RETURNING topic, lane, last
  ), given AS (
    SELECT *, ${laneOf('key')} AS lane, sum(length) OVER (ORDER BY place) - length AS start
    FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::jsonb[], $6::text[], $7::text[], $8::integer[])
      WITH ORDINALITY AS given (id, topic, key, content_type, attributes, time, traceparent, length, place)
  ), written AS (
    INSERT INTO outbox (topic, lane, number, id, key, content_type, attributes, time, traceparent, data)
    SELECT topic, lane, last - count(*) OVER (PARTITION BY topic, lane) + row_number() OVER (PARTITION BY topic, lane ORDER BY place),
      id, key, content_type, attributes, time, traceparent, substring($9::bytea FROM start::integer + 1 FOR length)
    FROM given JOIN claimed USING (topic, lane)
  )
  SELECT ${channel === undefined ? 'topic' : `pg_notify('${channel}', topic)`} FROM claimed GROUP BY topic`;
