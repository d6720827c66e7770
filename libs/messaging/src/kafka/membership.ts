import { setInterval as every } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Consumer as Group, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import { GroupCommit } from '#database';
import { atMost } from '../at-most.js';
import { claimBrought } from '../inbox/claim.js';
import type { Deliverer, Handler } from '../inbox/delivery.js';
import { describeError } from '../inbox/describe-error.js';
import type { Message } from '../message.js';
import type { KafkaTransport } from '../options.js';
import { LANES } from '../tables/lanes.js';
import { fromKafkaMessage, isInLane } from './cloud-event.js';
import { ensureTopics, PATIENT, withAdmin } from './connection.js';

const HEARTBEAT_MS = 1_000;
const SESSION_MS = 30_000;
/** Fetches answer within a second, heartbeats too: who shows nothing for so long hangs. */
const SILENCE_MS = 60_000;
const FINISH_MS = 10_000;
const DISCONNECT_MS = 3_000;
/** Our place is the cursor in the database. Offsets only say where a membership begins; a commit for every batch costs more than hearing some again. */
const COMMIT_OFFSETS_MS = 1_000;
/** What is delivered together at most, whatever number of partitions it is from. */
const MAX_BYTES_TOGETHER = 8_000_000;

export interface MembershipOptions {
  readonly transport: KafkaTransport;
  readonly room: string;
}

/** What one partition brought. */
interface Brought {
  readonly messages: readonly Message[];
  /** Aborted: it is not ours any more. */
  readonly signal: AbortSignal;
}

/** One membership of a room's consumer group, from joining it to its end. Offsets are committed some time after the database's commit. */
export class Membership {
  private readonly logger = new Logger(Membership.name);
  private readonly ending = new AbortController();
  private readonly works = new Set<Promise<void>>();
  private readonly group: Group;
  /** What a topic's partitions bring at a time is delivered together, in one transaction as far as it goes. */
  private readonly deliveries = new Map<string, GroupCommit<Brought, void>>();
  /** The last batch that was handled while there are offsets to commit. */
  private handled: EachBatchPayload | undefined;

  /** `seenAt`: the last sign of life, milliseconds since 1970. */
  constructor(
    private readonly kafka: Kafka,
    private readonly deliverer: Deliverer,
    private readonly handlers: ReadonlyMap<string, Handler>,
    private readonly options: MembershipOptions,
    public seenAt: number | undefined,
  ) {
    this.group = kafka.consumer({
      groupId: options.transport.topicPrefix + options.room,
      allowAutoTopicCreation: false,
      heartbeatInterval: HEARTBEAT_MS,
      sessionTimeout: SESSION_MS,
      maxWaitTimeInMs: 1_000,
      retry: { ...PATIENT, restartOnFailure: async () => false },
    });
  }

  /** Lasts until the signal, then returns; throws why it ended before. */
  async last(signal: AbortSignal): Promise<void> {
    const end = (): void => this.ending.abort(signal.reason);
    signal.addEventListener('abort', end);
    try {
      const crashed = this.crashed();
      const ended = aborted(this.ending.signal);
      await Promise.race([this.join(), ended]);
      await Promise.race([ended, crashed, this.silent(), this.commitNowAndThen()]);
    } finally {
      signal.removeEventListener('abort', end);
      this.ending.abort();
      await atMost(FINISH_MS, Promise.allSettled(this.works));
      await atMost(DISCONNECT_MS, this.commitOffsets());
      await atMost(DISCONNECT_MS, this.group.disconnect());
    }
  }

  private async join(): Promise<void> {
    const { transport } = this.options;
    const topics = [...this.handlers.keys()].map((topic) => transport.topicPrefix + topic);
    await withAdmin(this.kafka, (admin) => ensureTopics(admin, topics, transport));
    this.ending.signal.throwIfAborted();
    await this.group.connect();
    await this.group.subscribe({ topics, fromBeginning: true });
    await this.group.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: this.handlers.size * LANES,
      eachBatch: (payload) => this.track(this.eachBatch(payload)),
    });
  }

  private crashed(): Promise<never> {
    const { CRASH, HEARTBEAT, FETCH } = this.group.events;
    const alive = (): void => void (this.seenAt = Date.now());
    this.group.on(HEARTBEAT, alive);
    this.group.on(FETCH, alive);
    const crashed = new Promise<never>((_, reject) => this.group.on(CRASH, ({ payload }) => reject(payload.error)));
    crashed.catch(() => undefined);
    return crashed;
  }

  private async silent(): Promise<void> {
    const began = Date.now();
    for await (const _ of every(SESSION_MS / 2, undefined, { signal: this.ending.signal })) {
      const seconds = (Date.now() - Math.max(began, this.seenAt ?? 0)) / 1_000;
      if (seconds * 1_000 > SILENCE_MS) throw new Error(`It has shown no sign of life for ${Math.round(seconds)} s.`);
    }
  }

  private async eachBatch(payload: EachBatchPayload): Promise<void> {
    const { topic: name, partition, messages: records } = payload.batch;
    const topic = name.slice(this.options.transport.topicPrefix.length);
    const messages = records.map((record) => fromKafkaMessage(record, topic, `${name}/${partition}/${record.offset}`));
    const beat = new Heart(() => payload.heartbeat());
    const signal = AbortSignal.any([this.ending.signal, beat.lost]);
    try {
      await this.deliveryOf(topic).submit({ messages, signal });
    } catch (error) {
      if (beat.lost.aborted) throw beat.lost.reason;
      if (this.ending.signal.aborted) return;
      throw error;
    } finally {
      beat.stop();
    }
    payload.resolveOffset((records.at(-1) as KafkaMessage).offset);
    this.handled = payload;
  }

  private async commitNowAndThen(): Promise<void> {
    const { signal } = this.ending;
    for await (const _ of every(COMMIT_OFFSETS_MS, undefined, { signal })) await this.commitOffsets();
  }

  /** All that is handled and not committed, of every partition. What cannot be committed now is with the next. */
  private async commitOffsets(): Promise<void> {
    const { handled } = this;
    this.handled = undefined;
    try {
      await handled?.commitOffsetsIfNecessary(handled.uncommittedOffsets());
    } catch (error) {
      this.handled ??= handled;
      this.logger.debug(`Offsets are not committed: ${describeError(error)}`);
    }
  }

  private deliveryOf(topic: string): GroupCommit<Brought, void> {
    const delivery =
      this.deliveries.get(topic) ??
      new GroupCommit((brought) => this.deliver(topic, brought), {
        items: LANES,
        weight: MAX_BYTES_TOGETHER,
        weigh: ({ messages }) => messages.reduce((bytes, { data }) => bytes + data.length, 0),
        failsAll: () => true,
      });
    this.deliveries.set(topic, delivery);
    return delivery;
  }

  private async deliver(topic: string, brought: readonly Brought[]): Promise<void[]> {
    const messages = brought.flatMap((one) => one.messages);
    const signal = AbortSignal.any(brought.map((one) => one.signal));
    const ours = messages.filter(isInLane);
    const handler = this.handlers.get(topic) as Handler;
    await this.deliverer.parkForeign(
      messages.filter((message) => !isInLane(message)),
      { topic, signal },
    );
    if (ours.length > 0) await this.deliverer.deliver({ topic, handler, signal, claim: claimBrought(topic, ours) });
    return brought.map(() => undefined);
  }

  private track(work: Promise<void>): Promise<void> {
    this.works.add(work);
    const forget = (): boolean => this.works.delete(work);
    work.then(forget, forget);
    return work;
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve());
  });

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
