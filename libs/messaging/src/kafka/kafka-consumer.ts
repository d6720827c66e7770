import type { Consumer as Group, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import { atMost } from '../at-most.js';
import type { Consumer } from '../consumer.js';
import { type Deliverer, Superseded } from '../inbox/delivery.js';
import type { Handler } from '../inbox/inbox.js';
import type { KafkaTransport } from '../options.js';
import { fromKafkaMessage } from './cloud-event.js';
import { ensureTopics, PATIENT, withAdmin } from './connection.js';

const HEARTBEAT_MS = 1_000;
const FINISH_MS = 10_000;
const DISCONNECT_MS = 3_000;
/** Batches of different partitions side by side; each has a database connection meanwhile. */
const PARTITIONS_AT_ONCE = 4;

export interface KafkaConsumerOptions {
  readonly transport: KafkaTransport;
  readonly room: string;
  readonly batchSize: number;
  readonly onFatal: (error: Error) => void;
}

/** A room's consumer group. Offsets are committed after the database's commit; what comes twice, the inbox knows. */
export class KafkaConsumer implements Consumer {
  private readonly stopping = new AbortController();
  private handlers: ReadonlyMap<string, Handler> = new Map();
  private readonly inHand = new InHand();
  private group: Group | undefined;
  private beatAt: number | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly deliverer: Deliverer,
    private readonly options: KafkaConsumerOptions,
  ) {}

  async start(handlers: ReadonlyMap<string, Handler>): Promise<void> {
    if (handlers.size === 0) return;
    const { transport, room } = this.options;
    this.handlers = handlers;
    const topics = [...handlers.keys()].map((topic) => transport.topicPrefix + topic);
    await withAdmin(this.kafka, (admin) => ensureTopics(admin, topics, transport));
    const group = this.kafka.consumer({
      groupId: transport.topicPrefix + room,
      allowAutoTopicCreation: false,
      heartbeatInterval: HEARTBEAT_MS,
      sessionTimeout: 30_000,
      maxWaitTimeInMs: 1_000,
      retry: { ...PATIENT, restartOnFailure: async () => !this.stopping.signal.aborted },
    });
    this.group = group;
    this.watch(group);
    await group.connect();
    await group.subscribe({ topics, fromBeginning: true });
    await group.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: PARTITIONS_AT_ONCE,
      eachBatch: (payload) => this.inHand.track(this.eachBatch(payload)),
    });
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await atMost(FINISH_MS, this.inHand.done());
    await atMost(DISCONNECT_MS, this.group?.disconnect());
  }

  seenAt(): number | undefined {
    return this.beatAt;
  }

  /** kafkajs restarts a consumer after most faults. One that it gives up would be silent for ever in a living process. */
  private watch(group: Group): void {
    group.on(group.events.HEARTBEAT, () => (this.beatAt = Date.now()));
    group.on(group.events.CRASH, ({ payload }) => {
      if (payload.restart || this.stopping.signal.aborted) return;
      this.options.onFatal(
        new Error(`The Kafka consumer of ${this.options.room} has ended: ${payload.error.message}`, {
          cause: payload.error,
        }),
      );
    });
  }

  private async eachBatch(payload: EachBatchPayload): Promise<void> {
    for (const records of inChunks(payload.batch.messages, this.options.batchSize)) {
      if (this.stopping.signal.aborted || !payload.isRunning() || payload.isStale()) return;
      if (!(await this.deliver(payload, records))) return;
      await this.commit(payload, records.at(-1) as KafkaMessage);
    }
  }

  /** False when it has to end before the messages are handled. Throws what kafkajs wants to know: that the group is being rebalanced. */
  private async deliver(payload: EachBatchPayload, records: readonly KafkaMessage[]): Promise<boolean> {
    const { topic: name, partition } = payload.batch;
    const topic = name.slice(this.options.transport.topicPrefix.length);
    const messages = records.map((record) => fromKafkaMessage(record, topic, `${name}/${partition}/${record.offset}`));
    const beat = new Heart(() => payload.heartbeat());
    const signal = AbortSignal.any([this.stopping.signal, beat.lost]);
    try {
      const advance = async (): Promise<void> => {
        if (signal.aborted) throw new Superseded(`${name}/${partition} is no longer ours.`);
      };
      await this.deliverer.deliver({ topic, messages, advance, signal }, this.handlers.get(topic) as Handler);
      return true;
    } catch (error) {
      if (beat.lost.aborted) throw beat.lost.reason;
      if (this.stopping.signal.aborted) return false;
      throw error;
    } finally {
      beat.stop();
    }
  }

  private async commit(payload: EachBatchPayload, last: KafkaMessage): Promise<void> {
    const { topic, partition } = payload.batch;
    const offset = String(BigInt(last.offset) + 1n);
    payload.resolveOffset(last.offset);
    await payload.commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset }] }] });
    await payload.heartbeat();
  }
}

/** Work that has begun and is not done. */
class InHand {
  private readonly works = new Set<Promise<void>>();

  track(work: Promise<void>): Promise<void> {
    this.works.add(work);
    const forget = (): boolean => this.works.delete(work);
    work.then(forget, forget);
    return work;
  }

  async done(): Promise<void> {
    await Promise.allSettled(this.works);
  }
}

/** Beats while a batch is worked on, so that a long one does not cost the membership. `lost` is aborted when the group says otherwise. */
class Heart {
  private readonly losing = new AbortController();
  readonly lost = this.losing.signal;
  private readonly timer: NodeJS.Timeout;

  constructor(beat: () => Promise<void>) {
    const lose = (error: unknown): void => this.losing.abort(error);
    this.timer = setInterval(() => void beat().catch(lose), HEARTBEAT_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }
}

function* inChunks<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
