import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Kafka } from 'kafkajs';
import type { RoomDatabase } from '#database';
import { atMost } from '../at-most.js';
import type { Consumer } from '../consumer.js';
import { growing } from '../growing.js';
import { beginCursor } from '../inbox/cursor.js';
import type { Deliverer, Handler } from '../inbox/delivery.js';
import { describeError } from '../inbox/describe-error.js';
import { CatchUp } from './catch-up.js';
import { Membership, type MembershipOptions } from './membership.js';

const FAILURE_MS = { shortest: 500, longest: 10_000 };
const FINISH_MS = 15_000;

/**
 * A room hears over Kafka. kafkajs may give up a consumer for good, or stop fetching without a word (kafkajs issues 1445, 1630): its
 * membership of the group is then ended and begun anew. What Kafka does not bring meanwhile, or has lost, is read from the outboxes.
 */
export class KafkaConsumer implements Consumer {
  private readonly logger = new Logger(KafkaConsumer.name);
  private readonly stopping = new AbortController();
  private readonly catchUp: CatchUp;
  private membership: Membership | undefined;
  private hearing: Promise<unknown> | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly database: RoomDatabase,
    private readonly deliverer: Deliverer,
    private readonly options: MembershipOptions,
  ) {
    this.catchUp = new CatchUp(database, deliverer);
  }

  async start(handlers: ReadonlyMap<string, Handler>): Promise<void> {
    if (handlers.size === 0) return;
    for (const topic of handlers.keys()) await beginCursor(this.database.dataSource, topic);
    const { signal } = this.stopping;
    this.hearing = Promise.all([this.beMember(handlers, signal), this.catchUp.run(handlers, signal)]);
  }

  /** By either way. */
  seenAt(): number | undefined {
    const seen = [this.membership?.seenAt, this.catchUp.seenAt].filter((at) => at !== undefined);
    return seen.length > 0 ? Math.max(...seen) : undefined;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await atMost(FINISH_MS, this.hearing);
  }

  private async beMember(handlers: ReadonlyMap<string, Handler>, signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; failures += 1) {
      const began = Date.now();
      try {
        this.membership = new Membership(this.kafka, this.deliverer, handlers, this.options, this.membership?.seenAt);
        await this.membership.last(signal);
      } catch (error) {
        if (signal.aborted) return;
        if (Date.now() - began > FAILURE_MS.longest) failures = 0;
        this.logger.warn(`${this.options.room} hears Kafka no longer, joining anew: ${describeError(error)}`);
        await pause(growing(FAILURE_MS, failures + 1), undefined, { signal }).catch(() => undefined);
      }
    }
  }
}
