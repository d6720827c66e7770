import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { RoomDatabase } from '#database';
import { describeError } from '../inbox/describe-error.js';
import type { RetentionRules } from '../options.js';
import { columnsOf, type Place, type PlaceRow, toPlace } from '../tables/lanes.js';

const AT_ONCE = 5_000;

/**
 * Cleans the outbox of what is old and safe: every room that hears it has handled it and, with Kafka, it is published. What somebody has
 * still to handle stays however old it is.
 */
export class Retention {
  private readonly logger = new Logger(Retention.name);
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly database: RoomDatabase,
    private readonly rules: RetentionRules,
    private readonly isPublishing: boolean,
  ) {}

  start(): void {
    this.running ??= this.run(this.stopping.signal);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** How many messages were cleaned away. */
  async clean(): Promise<number> {
    const places = await this.safePlaces();
    let cleaned = 0;
    for (;;) {
      const [, count] = await this.database.asRoom((transaction) =>
        transaction.query<[unknown, number]>(CLEAN, [...columnsOf(places), this.rules.keepHours, AT_ONCE]),
      );
      cleaned += count;
      if (count < AT_ONCE || this.stopping.signal.aborted) return cleaned;
    }
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await pause(this.rules.everyMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        await this.clean();
      } catch (error) {
        this.logger.warn(`Cannot clean the outbox, trying again later: ${describeError(error)}`);
      }
    }
  }

  /** Of each lane the last message that is safe. */
  private async safePlaces(): Promise<Place[]> {
    const connection = this.database.dataSource;
    const rows = await connection.query<PlaceRow[]>(
      this.isPublishing
        ? 'SELECT topic, lane, number FROM published WHERE number > 0'
        : 'SELECT topic, lane, last AS number FROM lanes',
    );
    const hearers = new Map<string, ReadonlyMap<number, number>[]>();
    for (const topic of new Set(rows.map((row) => row.topic)))
      hearers.set(topic, await Promise.all(this.rules.hearersOf(topic).map((room) => this.cursorsOf(room, topic))));
    return rows.map(toPlace).map((place) => ({
      ...place,
      number: Math.min(place.number, ...(hearers.get(place.topic) ?? []).map((at) => at.get(place.lane) ?? 0)),
    }));
  }

  /** How far a room is in each lane; nowhere when it has never run. */
  private async cursorsOf(room: string, topic: string): Promise<ReadonlyMap<number, number>> {
    const connection = this.database.dataSource;
    const [is] = await connection.query<{ there: boolean }[]>('SELECT to_regclass($1) IS NOT NULL AS there', [
      `${room}.cursor`,
    ]);
    if (!is?.there) return new Map();
    const rows = await connection.query<PlaceRow[]>(`SELECT topic, lane, number FROM ${room}.cursor WHERE topic = $1`, [
      topic,
    ]);
    return new Map(rows.map(({ lane, number }) => [lane, Number(number)]));
  }
}

const CLEAN = `
  DELETE FROM outbox WHERE (topic, lane, number) IN (
    SELECT topic, lane, number FROM outbox JOIN unnest($1::text[], $2::smallint[], $3::bigint[]) AS safe (topic, lane, upto) USING (topic, lane)
    WHERE number <= upto AND said_at < now() - make_interval(hours => $4) LIMIT $5)`;
