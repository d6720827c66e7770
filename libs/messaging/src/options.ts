import type { OutgoingMessage } from './message.js';
import type { BusObserver } from './observer.js';

export interface PostgresTransport {
  readonly kind: 'postgres';
}

export interface KafkaTransport {
  readonly kind: 'kafka';
  readonly brokers: readonly string[];
  /** Before every topic and consumer group on the broker, so that several installations can share it; may be empty. */
  readonly topicPrefix: string;
  /** For topics that are not there yet; 6 if absent. */
  readonly partitions?: number;
}

export interface MessagingOptions {
  /** Who speaks and who hears: the messages' source, and the consumer group. */
  readonly room: string;
  readonly transport: PostgresTransport | KafkaTransport;
  /** Sees each message before it is written, and throws on one that must not go out, for example against its schema. */
  readonly check?: (message: OutgoingMessage) => void;
  /** Messages given to a handler at once; 200 if absent. */
  readonly batchSize?: number;
  /** Pauses between the tries of a message that fails by itself; there is one try more than pauses. 100 ms to 2 s if absent: five tries. */
  readonly retryPausesMs?: readonly number[];
  /** How often the room looks by itself whether Kafka still has what was published; once a minute if absent. */
  readonly checkLogEveryMs?: number;
  readonly observer?: BusObserver;
  /** If absent the outbox is never cleaned. */
  readonly retention?: RetentionRules;
}

/** When a message may leave the outbox. */
export interface RetentionRules {
  /** The rooms that hear a topic: what one of them has not handled stays. */
  readonly hearersOf: (topic: string) => readonly string[];
  /** It stays so long in any case, for other listeners of Kafka's topics when its log is lost. */
  readonly keepHours: number;
  readonly everyMs: number;
}

/** Data and attributes. A Kafka broker takes 1 MiB by default, the rest of the envelope included. What is larger travels by reference. */
export const MAX_MESSAGE_BYTES = 1_000_000;
