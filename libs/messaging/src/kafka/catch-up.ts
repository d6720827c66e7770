import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { RoomDatabase } from '#database';
import { readBehind } from '../backlog.js';
import { claimBehind } from '../inbox/claim.js';
import type { Deliverer, Handler } from '../inbox/delivery.js';
import { describeError } from '../inbox/describe-error.js';

const LOOK_MS = 2_000;
/** A lane that has something new and has not moved for so long is not being brought what it needs. */
const STANDSTILL_MS = 10_000;

/**
 * Reads from the outboxes what Kafka does not bring: while it is away, or after it lost its log. Only lanes that stand still, so that a
 * room that is busy with what Kafka brings is left alone.
 */
export class CatchUp {
  private readonly logger = new Logger(CatchUp.name);
  /** When it last looked, milliseconds since 1970. */
  seenAt: number | undefined;
  /** Where a lane that is behind stood, and since when. */
  private standing = new Map<string, { readonly number: number; readonly since: number }>();

  constructor(
    private readonly database: RoomDatabase,
    private readonly deliverer: Deliverer,
  ) {}

  /** Until the signal. */
  async run(handlers: ReadonlyMap<string, Handler>, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const topics = await this.topicsAtStandstill([...handlers.keys()]);
        this.seenAt = Date.now();
        await Promise.all(topics.map((topic) => this.bring(topic, handlers.get(topic) as Handler, signal)));
      } catch (error) {
        if (!signal.aborted) this.logger.warn(`Cannot look for what Kafka did not bring: ${describeError(error)}`);
      }
      await pause(LOOK_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async topicsAtStandstill(topics: readonly string[]): Promise<string[]> {
    const now = Date.now();
    const behind = await readBehind(this.database.dataSource, topics);
    const before = this.standing;
    this.standing = new Map(
      behind.map(({ topic, lane, number }) => {
        const stood = before.get(`${topic}/${lane}`);
        return [`${topic}/${lane}`, stood?.number === number ? stood : { number, since: now }];
      }),
    );
    const still = behind.filter(
      ({ topic, lane }) => now - (this.standing.get(`${topic}/${lane}`)?.since ?? now) >= STANDSTILL_MS,
    );
    return [...new Set(still.map(({ topic }) => topic))];
  }

  private async bring(topic: string, handler: Handler, signal: AbortSignal): Promise<void> {
    this.logger.warn(`Kafka does not bring ${topic}: reading it from the outbox.`);
    await this.deliverer.deliver({ topic, handler, signal, claim: claimBehind(topic) });
  }
}
