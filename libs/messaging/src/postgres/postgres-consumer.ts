import { Logger } from '@nestjs/common';
import type { Listening, RoomDatabase } from '#database';
import { Bell } from '../bell.js';
import type { Consumer } from '../consumer.js';
import { AWAY_MS, growing } from '../growing.js';
import { claimBehind } from '../inbox/claim.js';
import { beginCursor } from '../inbox/cursor.js';
import type { Deliverer, Handler } from '../inbox/delivery.js';
import { describeError } from '../inbox/describe-error.js';

/** NOTIFY says which topic has something new. */
export const CHANNEL = 'yidan_outbox';
/** For notifications that were missed. */
const POLL_MS = 1_000;
/** The room that says the topic has no outbox yet. */
const UNDEFINED_TABLE = '42P01';

/** Reads other rooms' outboxes, lane by lane in order; each topic by itself, so that one does not hold up another. */
export class PostgresConsumer implements Consumer {
  private readonly logger = new Logger(PostgresConsumer.name);
  private readonly stopping = new AbortController();
  private readonly bells = new Map<string, Bell>();
  private reading: Promise<void>[] = [];
  private listening: Listening | undefined;
  private lastLook: number | undefined;

  constructor(
    private readonly database: RoomDatabase,
    private readonly deliverer: Deliverer,
  ) {}

  async start(handlers: ReadonlyMap<string, Handler>): Promise<void> {
    if (handlers.size === 0) return;
    for (const topic of handlers.keys()) {
      this.bells.set(topic, new Bell());
      await beginCursor(this.database.dataSource, topic);
    }
    this.listening = await this.database.listen(CHANNEL, (topic) => this.ring(topic));
    this.reading = [...handlers].map(([topic, handler]) => this.read(topic, handler));
  }

  seenAt(): number | undefined {
    return this.lastLook;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.reading);
    await this.listening?.close();
  }

  /** Without a topic: notifications may have been missed. */
  private ring(topic: string | undefined): void {
    if (topic !== undefined) this.bells.get(topic)?.ring();
    else for (const bell of this.bells.values()) bell.ring();
  }

  private async read(topic: string, handler: Handler): Promise<void> {
    const { signal } = this.stopping;
    const bell = this.bells.get(topic) as Bell;
    let failures = 0;
    while (!signal.aborted) {
      try {
        this.lastLook = Date.now();
        await this.deliverer.deliver({ topic, handler, signal, claim: claimBehind(topic) });
        failures = 0;
        await bell.sleep(POLL_MS, signal);
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        if ((error as { code?: string }).code !== UNDEFINED_TABLE)
          this.logger.warn(`Cannot read ${topic}, trying again: ${describeError(error)}`);
        await bell.sleep(growing(AWAY_MS, failures), signal);
      }
    }
  }
}
