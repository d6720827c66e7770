import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { RoomDatabase } from '#database';
import type { OutgoingMessage } from '../message.js';
import { MAX_MESSAGE_BYTES } from '../options.js';
import { Outbox } from '../outbox.js';
import { continueTrace } from './trace.js';

/** CloudEvents 1.0 §3.1.1: lower-case letters and digits. The envelope's own names are taken. */
const ATTRIBUTE_NAME = /^(?!(?:id|source|type|specversion|time|position|datacontenttype|data)$)[a-z0-9]{1,32}$/;

const INSERT = `
  INSERT INTO outbox (id, topic, key, content_type, attributes, time, traceparent, data)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::jsonb[], $6::text[], $7::text[], $8::bytea[])`;

export class TransactionalOutbox extends Outbox {
  constructor(
    private readonly database: RoomDatabase,
    private readonly check: (message: OutgoingMessage) => void,
    private readonly wakeRelay: () => void,
    private readonly traceparent: () => string | undefined = () => undefined,
  ) {
    super();
  }

  override async add(transaction: EntityManager, messages: readonly OutgoingMessage[]): Promise<void> {
    if (messages.length === 0) return;
    for (const message of messages) this.examine(message);
    const now = new Date().toISOString();
    await transaction.query(INSERT, [
      messages.map(() => uuidv7()),
      messages.map((message) => message.type),
      messages.map((message) => message.key),
      messages.map((message) => message.contentType),
      messages.map((message) => JSON.stringify(message.attributes ?? {})),
      messages.map((message) => message.time ?? now),
      messages.map((message) => continueTrace(message.traceparent ?? this.traceparent())),
      messages.map((message) => message.data),
    ]);
    this.database.afterCommit(transaction, this.wakeRelay);
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
    this.check(message);
  }
}
