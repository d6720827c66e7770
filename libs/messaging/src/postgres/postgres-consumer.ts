import type { Listening, RoomDatabase } from '#database';
import { Bell } from '../bell.js';
import type { Consumer } from '../consumer.js';
import type { Deliverer } from '../inbox/delivery.js';
import type { Handler } from '../inbox/inbox.js';
import { CHANNEL } from './postgres-publisher.js';
import { TopicReader } from './topic-reader.js';

/** Reads other rooms' outboxes in the order of their positions; each topic by itself, so that one does not hold up another. */
export class PostgresConsumer implements Consumer {
  private readonly stopping = new AbortController();
  private readonly bells = new Map<string, Bell>();
  private readers: TopicReader[] = [];
  private reading: Promise<void>[] = [];
  private listening: Listening | undefined;

  constructor(
    private readonly database: RoomDatabase,
    private readonly deliverer: Deliverer,
    private readonly batchSize: number,
  ) {}

  async start(handlers: ReadonlyMap<string, Handler>): Promise<void> {
    if (handlers.size === 0) return;
    for (const topic of handlers.keys()) this.bells.set(topic, new Bell());
    this.listening = await this.database.listen(CHANNEL, (topic) => this.ring(topic));
    this.reading = [...handlers].map(([topic, handler]) => {
      const reader = new TopicReader(this.database, this.deliverer, topic, this.batchSize);
      this.readers.push(reader);
      return reader.run(handler, this.bells.get(topic) as Bell, this.stopping.signal);
    });
  }

  /** That of the topic that was silent longest. */
  seenAt(): number | undefined {
    const seen = this.readers.flatMap((reader) => reader.seenAt ?? []);
    return seen.length > 0 ? Math.min(...seen) : undefined;
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
}
