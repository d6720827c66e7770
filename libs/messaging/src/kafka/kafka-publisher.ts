import {
  type Admin,
  CompressionTypes,
  type Kafka,
  type Message as ProducerMessage,
  Partitioners,
  type Producer,
} from 'kafkajs';
import type { LaneMessage } from '../message.js';
import type { KafkaTransport } from '../options.js';
import type { Publisher, Stretch } from '../relay/relay.js';
import { LANES } from '../tables/lanes.js';
import { toKafkaMessage } from './cloud-event.js';
import { BRIEF, ensureTopics, withAdmin } from './connection.js';

/** A broker refuses more than 1 MiB for one partition at once; all of it might go to one. */
const MAX_REQUEST_BYTES = 1_020_000;
/** Envelope and attributes of an ordinary message, amply. */
const ENVELOPE_BYTES = 1_000;

/** A lane is always in the same partition, as long as their number does not change. */
const partitionOf = (lane: number, partitions: number): number => lane % partitions;

/** Sends to Kafka. What was sent but not noted as sent is sent again; who hears it knows by its number. */
export class KafkaPublisher implements Publisher {
  /** Partitions of each topic that is known to be there. */
  private readonly partitions = new Map<string, number>();
  private producer: Producer | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly transport: KafkaTransport,
  ) {}

  async send(messages: readonly LaneMessage[]): Promise<Stretch[]> {
    try {
      await this.ensureTopics([...new Set(messages.map(({ type }) => type))]);
      const producer = await this.connected();
      const stretches: Stretch[] = [];
      for (const part of inParts(messages)) stretches.push(...(await this.sendPart(producer, part)));
      return merged(stretches);
    } catch (error) {
      // An idempotent producer that failed may be out of step with the broker for good (sequence numbers): the next pass takes a new one.
      await this.close().catch(() => undefined);
      throw error;
    }
  }

  async logEnds(topics: readonly string[]): Promise<Stretch[]> {
    return withAdmin(this.kafka, async (admin) => {
      await ensureTopics(
        admin,
        topics.map((topic) => this.nameOf(topic)),
        this.transport,
      );
      return (await Promise.all(topics.map((topic) => this.logEndsOf(admin, topic)))).flat();
    });
  }

  async close(): Promise<void> {
    const { producer } = this;
    this.producer = undefined;
    this.partitions.clear();
    await producer?.disconnect();
  }

  private nameOf(topic: string): string {
    return this.transport.topicPrefix + topic;
  }

  private async logEndsOf(admin: Admin, topic: string): Promise<Stretch[]> {
    const offsets = await admin.fetchTopicOffsets(this.nameOf(topic));
    const endOf = new Map(offsets.map(({ partition, high }) => [partition, Number(high)]));
    return Array.from({ length: LANES }, (_, lane) => {
      const end = endOf.get(partitionOf(lane, offsets.length)) ?? 0;
      return { topic, lane, from: end, to: end };
    });
  }

  private async sendPart(producer: Producer, part: readonly LaneMessage[]): Promise<Stretch[]> {
    const byTopic = Map.groupBy(part, ({ type }) => type);
    const records = await producer.sendBatch({
      acks: -1,
      compression: CompressionTypes.ZSTD,
      topicMessages: [...byTopic].map(([topic, messages]) => ({
        topic: this.nameOf(topic),
        messages: messages.map((message) => this.inPartition(message)),
      })),
    });
    const startOf = new Map(
      records.map((record) => [`${record.topicName}/${record.partition}`, Number(record.baseOffset)]),
    );
    return [...Map.groupBy(part, ({ type, lane }) => `${type}/${lane}`).values()].map((messages) => {
      const { type: topic, lane } = messages[0] as LaneMessage;
      const from = startOf.get(`${this.nameOf(topic)}/${this.partitionOf(topic, lane)}`) ?? 0;
      return { topic, lane, from, to: from + messages.length };
    });
  }

  private inPartition(message: LaneMessage): ProducerMessage {
    return { ...toKafkaMessage(message), partition: this.partitionOf(message.type, message.lane) };
  }

  private partitionOf(topic: string, lane: number): number {
    return partitionOf(lane, this.partitions.get(topic) as number);
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

  private async ensureTopics(topics: readonly string[]): Promise<void> {
    const unknown = topics.filter((topic) => !this.partitions.has(topic));
    if (unknown.length === 0) return;
    await withAdmin(this.kafka, async (admin) => {
      const names = unknown.map((topic) => this.nameOf(topic));
      await ensureTopics(admin, names, this.transport);
      const { topics: found } = await admin.fetchTopicMetadata({ topics: names });
      for (const topic of unknown) {
        const metadata = found.find(({ name }) => name === this.nameOf(topic));
        if (metadata !== undefined) this.partitions.set(topic, metadata.partitions.length);
      }
    });
  }
}

/** Several parts of one lane in a row are one stretch. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const byLane = new Map<string, Stretch>();
  for (const stretch of stretches) {
    const lane = `${stretch.topic}/${stretch.lane}`;
    byLane.set(lane, { ...stretch, from: byLane.get(lane)?.from ?? stretch.from });
  }
  return [...byLane.values()];
}

/** In order, each part small enough for one request. */
function inParts(messages: readonly LaneMessage[]): LaneMessage[][] {
  const parts: LaneMessage[][] = [];
  let bytes = Infinity;
  for (const message of messages) {
    const size = message.data.length + ENVELOPE_BYTES;
    if (bytes + size > MAX_REQUEST_BYTES) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(message);
    bytes += size;
  }
  return parts;
}
