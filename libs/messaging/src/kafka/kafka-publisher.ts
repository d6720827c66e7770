import { Logger } from '@nestjs/common';
import { CompressionTypes, type Kafka, Partitioners, type Producer } from 'kafkajs';
import type { EntityManager } from 'typeorm';
import type { RoomDatabase } from '#database';
import type { Message } from '../message.js';
import { ENVELOPE_COLUMNS, type EnvelopeRow, toMessage } from '../message-row.js';
import type { KafkaTransport } from '../options.js';
import { PUBLISH_AT_ONCE, type Publisher } from '../relay/publisher.js';
import { toKafkaMessage } from './cloud-event.js';
import { BRIEF, ensureTopics, withAdmin } from './connection.js';
import { publishLostAgain } from './lost-log.js';

/** A broker refuses more than 1 MiB for one partition at once; all of it might go to one. */
const MAX_REQUEST_BYTES = 1_020_000;
/** Envelope and attributes of an ordinary message, amply. */
const ENVELOPE_BYTES = 1_000;
const MAX_PASS_BYTES = 8_000_000;

type OutboxRow = EnvelopeRow & { readonly seq: string; readonly id: string };
interface Numbered {
  readonly message: Message;
  readonly position: bigint;
}

/** Sends the outbox to Kafka. What was sent but not committed is sent again; the inboxes know it. */
export class KafkaPublisher implements Publisher {
  private readonly logger = new Logger(KafkaPublisher.name);
  private readonly knownTopics = new Set<string>();
  private producer: Producer | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly transport: KafkaTransport,
    private readonly database: RoomDatabase,
  ) {}

  async start(): Promise<void> {
    const topics = await withAdmin(this.kafka, (admin) =>
      publishLostAgain(admin, this.database, this.transport.topicPrefix),
    );
    if (topics.length > 0)
      this.logger.warn(`Kafka has nothing on ${topics.join(', ')}: everything said there is published again.`);
  }

  async publish(transaction: EntityManager, lastPosition: bigint): Promise<number> {
    const rows = await transaction.query<OutboxRow[]>(SELECT, [PUBLISH_AT_ONCE]);
    const numbered = rows.map((row, index) => ({
      message: toMessage(row.id, this.database.room, row),
      position: lastPosition + BigInt(index + 1),
    }));
    await this.sendAll(numbered);
    await transaction.query(NUMBER, [rows.map((row) => row.seq), numbered.map(({ position }) => String(position))]);
    return rows.length;
  }

  async close(): Promise<void> {
    const { producer } = this;
    this.producer = undefined;
    await producer?.disconnect();
  }

  private async sendAll(numbered: readonly Numbered[]): Promise<void> {
    await this.ensureTopics(new Set(numbered.map(({ message }) => message.type)));
    try {
      const producer = await this.connected();
      for (const part of inParts(numbered)) await this.send(producer, part);
    } catch (error) {
      // An idempotent producer that failed may be out of step with the broker for good (sequence numbers): the next pass takes a new one.
      await this.close().catch(() => undefined);
      throw error;
    }
  }

  private async send(producer: Producer, part: readonly Numbered[]): Promise<void> {
    const byTopic = Map.groupBy(part, ({ message }) => message.type);
    await producer.sendBatch({
      acks: -1,
      compression: CompressionTypes.GZIP,
      topicMessages: [...byTopic].map(([topic, messages]) => ({
        topic: this.transport.topicPrefix + topic,
        messages: messages.map(({ message, position }) => toKafkaMessage(message, position)),
      })),
    });
  }

  private async connected(): Promise<Producer> {
    if (this.producer !== undefined) return this.producer;
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: BRIEF,
    });
    await producer.connect();
    this.producer = producer;
    return producer;
  }

  private async ensureTopics(topics: ReadonlySet<string>): Promise<void> {
    const unknown = [...topics].filter((topic) => !this.knownTopics.has(topic));
    if (unknown.length === 0) return;
    const names = unknown.map((topic) => this.transport.topicPrefix + topic);
    await withAdmin(this.kafka, (admin) => ensureTopics(admin, names, this.transport));
    for (const topic of unknown) this.knownTopics.add(topic);
  }
}

/** In order, each part small enough for one request. */
function inParts(numbered: readonly Numbered[]): Numbered[][] {
  const parts: Numbered[][] = [];
  let bytes = Infinity;
  for (const each of numbered) {
    const size = each.message.data.length + ENVELOPE_BYTES;
    if (bytes + size > MAX_REQUEST_BYTES) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(each);
    bytes += size;
  }
  return parts;
}

const SELECT = `
  SELECT * FROM (
    SELECT oldest.*, sum(octet_length(data)) OVER (ORDER BY seq) - octet_length(data) AS bytes_before
    FROM (SELECT seq, id, ${ENVELOPE_COLUMNS} FROM outbox WHERE position IS NULL ORDER BY seq LIMIT $1) AS oldest
  ) AS sized
  WHERE bytes_before < ${MAX_PASS_BYTES} ORDER BY seq`;

const NUMBER = `
  WITH numbered AS (
    UPDATE outbox SET position = given.position FROM unnest($1::bigint[], $2::bigint[]) AS given (seq, position)
    WHERE outbox.seq = given.seq RETURNING given.position
  )
  UPDATE relay SET last_position = last_position + (SELECT count(*) FROM numbered)`;
