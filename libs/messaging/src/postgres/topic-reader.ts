import { Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertRoomName, type RoomDatabase } from '#database';
import type { Bell } from '../bell.js';
import { type Deliverer, type Delivery, Superseded } from '../inbox/delivery.js';
import { describeError } from '../inbox/describe-error.js';
import type { Handler } from '../inbox/inbox.js';
import type { Message } from '../message.js';
import { ENVELOPE_COLUMNS, type EnvelopeRow, toMessage } from '../message-row.js';

/** For notifications that were missed. */
const POLL_MS = 1_000;
/** While another process of the room has the topic in hand, or its room has no outbox yet. */
const WAIT_MS = 100;
const MAX_BATCH_BYTES = 8_000_000;
const UNDEFINED_TABLE = '42P01';

/** One topic as this room reads it: the room that says it names the schema, the cursor says how far we are. */
export class TopicReader {
  private readonly logger = new Logger(TopicReader.name);
  private readonly source: string;
  private readonly select: string;
  /** When it last looked for messages, milliseconds since 1970. */
  seenAt: number | undefined;

  constructor(
    private readonly database: RoomDatabase,
    private readonly deliverer: Deliverer,
    private readonly topic: string,
    private readonly batchSize: number,
  ) {
    this.source = topic.split('.')[0] as string;
    assertRoomName(this.source);
    this.select = selectFrom(this.source);
  }

  /** Reads until the signal. */
  async run(handler: Handler, bell: Bell, signal: AbortSignal): Promise<void> {
    let begun = false;
    while (!signal.aborted) {
      try {
        if (!begun) await this.begin();
        begun = true;
        const delivery = await this.read(signal);
        if (delivery === undefined) await bell.sleep(POLL_MS, signal);
        else await this.deliverer.deliver(delivery, handler);
      } catch (error) {
        if (signal.aborted) return;
        this.complain(error);
        await bell.sleep(WAIT_MS, signal);
      }
    }
  }

  private begin(): Promise<unknown> {
    const insert = 'INSERT INTO cursor (topic, source, position) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING';
    return this.database.dataSource.query(insert, [this.topic, this.source]);
  }

  private complain(error: unknown): void {
    const expected = error instanceof Superseded || (error as { code?: string }).code === UNDEFINED_TABLE;
    if (!expected) this.logger.warn(`Cannot read ${this.topic}, trying again: ${describeError(error)}`);
  }

  private async read(signal: AbortSignal): Promise<Delivery | undefined> {
    const rows = await this.database.dataSource.query<OutboxRow[]>(this.select, [this.topic, this.batchSize]);
    this.seenAt = Date.now();
    const [first] = rows;
    if (first === undefined) return undefined;
    const messages: Message[] = rows.map((row) => toMessage(row.id, this.source, row));
    const positions = [first.cursor, ...rows.map((row) => row.position)];
    const advance = (transaction: EntityManager, from: number, to: number): Promise<void> =>
      this.advance(transaction, positions[from] as string, positions[to] as string);
    return { topic: this.topic, messages, advance, signal };
  }

  /** Moves the cursor, if it is still where it was when we read and nobody else holds it. */
  private async advance(transaction: EntityManager, from: string, to: string): Promise<void> {
    const [, moved] = await transaction.query<[unknown, number]>(ADVANCE, [this.topic, from, to]);
    if (moved === 0) throw new Superseded(`${this.topic} is in another process's hand.`);
  }
}

type OutboxRow = EnvelopeRow & { readonly id: string; readonly position: string; readonly cursor: string };

const ADVANCE = `
  UPDATE cursor SET position = $3
  WHERE topic = (SELECT topic FROM cursor WHERE topic = $1 AND position = $2 FOR UPDATE SKIP LOCKED)`;

/** The next messages of a topic; the first one, and as many more as stay within the size of a batch. */
const selectFrom = (schema: string): string => `
  SELECT * FROM (
    SELECT next.*, sum(octet_length(data)) OVER (ORDER BY position) - octet_length(data) AS bytes_before
    FROM (
      SELECT id, ${ENVELOPE_COLUMNS}, outbox.position, cursor.position AS cursor
      FROM cursor JOIN ${schema}.outbox USING (topic)
      WHERE topic = $1 AND outbox.position > cursor.position
      ORDER BY outbox.position LIMIT $2
    ) AS next
  ) AS sized
  WHERE bytes_before < ${MAX_BATCH_BYTES} ORDER BY position`;
