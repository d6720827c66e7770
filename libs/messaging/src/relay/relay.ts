import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RoomDatabase } from '#database';
import { atMost } from '../at-most.js';
import { Bell } from '../bell.js';
import { AWAY_MS, growing } from '../growing.js';
import type { LaneMessage } from '../message.js';
import { columnsOf, endsOf, type Place, type PlaceRow, readOutbox, toPlace } from '../tables/lanes.js';

/** Brings messages to where others hear them. */
export interface Publisher {
  /** Sends them in order of each lane. Throws when not all may have arrived. Says where they stand in the log. */
  send(messages: readonly LaneMessage[]): Promise<readonly Stretch[]>;
  /** Where each lane's log ends now (`from` and `to`). Topics that were lost are there again afterwards. */
  logEnds(topics: readonly string[]): Promise<readonly Stretch[]>;
  close(): Promise<void>;
}

/** Offsets in the log that carries a lane: of the first message, and after the last. */
export interface Stretch {
  readonly topic: string;
  readonly lane: number;
  readonly from: number;
  readonly to: number;
}

/** How many messages one transaction publishes. */
const PUBLISH_AT_ONCE = 500;
const IDLE_MS = { shortest: 200, longest: 1_000 };
/** How long other relays of the room may have all lanes in hand before we look again. */
const BUSY_MS = 20;
/**
 * After a pass a relay rests so many times as long as that took: what is said meanwhile goes out together, the more the busier the machine. Fewer and
 * fuller transactions, requests and batches for everyone who hears it; where little is to do nothing waits long.
 */
const REST = { times: 8, longestMs: 500 };
const FLUSH_MS = 3_000;
const STOP_MS = 4_000;

/**
 * Publishes a room's outbox: woken by commits in this process, and by itself now and then for what another process left. Relays of
 * one room work side by side, each on lanes it has locked. One that lost its lock without knowing sends again what another sent: in the
 * same order under the same numbers, which does no harm.
 */
export class Relay {
  private readonly logger = new Logger(Relay.name);
  private readonly bell = new Bell();
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private lastPass: number | undefined;
  /** No pass before; by a clock that nobody sets. */
  private restsUntil = 0;

  constructor(
    private readonly database: RoomDatabase,
    private readonly publisher: Publisher,
  ) {}

  start(): void {
    this.running ??= this.run(this.stopping.signal);
  }

  /** Something was committed. */
  wake(): void {
    this.bell.ring();
  }

  seenAt(): number | undefined {
    return this.lastPass;
  }

  /** Ends the loop, then publishes what is still there, for a few seconds at most. What is left stays for the next start. */
  async stop(): Promise<void> {
    if (this.running === undefined) return;
    this.stopping.abort();
    await atMost(STOP_MS, this.running);
    await atMost(STOP_MS, this.flush(Date.now() + FLUSH_MS));
    await atMost(STOP_MS, this.publisher.close());
  }

  private async run(signal: AbortSignal): Promise<void> {
    let failures = 0;
    let idle = 0;
    let isLogChecked = false;
    while (!signal.aborted) {
      try {
        if (!isLogChecked) await this.checkLog();
        isLogChecked = true;
        const published = await this.publishAll(signal);
        failures = 0;
        idle = published > 0 ? 1 : idle + 1;
        if (await this.bell.sleep(growing(IDLE_MS, idle), signal)) idle = 1;
      } catch (error) {
        failures += 1;
        isLogChecked = false;
        this.logger.warn(
          `Cannot publish, trying again (${failures}): ${error instanceof Error ? error.message : String(error)}`,
        );
        await new Bell().sleep(growing(AWAY_MS, failures), signal);
      }
    }
  }

  private async publishAll(signal: AbortSignal): Promise<number> {
    let total = 0;
    while (!signal.aborted) {
      await pause(Math.max(0, this.restsUntil - performance.now()), undefined, { signal }).catch(() => undefined);
      const published = await this.pass();
      total += published ?? 0;
      if (published === undefined) await this.bell.sleep(BUSY_MS, signal);
      else if (published === 0) break;
    }
    return total;
  }

  private async flush(deadline: number): Promise<void> {
    try {
      while (Date.now() < deadline && (await this.pass()) !== 0);
    } catch (error) {
      this.logger.warn(`Not everything could be published before the end; the next start does it: ${String(error)}`);
    }
  }

  /** How many it published; undefined when other relays of the room have all lanes in hand. Looks first, so that an idle room writes nothing. */
  private async pass(): Promise<number | undefined> {
    const [waiting] = await this.database.dataSource.query<{ inNewLanes: boolean }[]>(LOOK, []);
    this.lastPass = Date.now();
    if (waiting === undefined) return 0;
    const began = performance.now();
    const published = await this.database.asRoom(async (transaction) => {
      if (waiting.inNewLanes) await transaction.query(BEGIN_LANES);
      return this.publishNext(transaction);
    });
    this.lastPass = Date.now();
    const ended = performance.now();
    this.restsUntil = ended + Math.min(REST.times * (ended - began), REST.longestMs);
    return published;
  }

  private async publishNext(transaction: EntityManager): Promise<number | undefined> {
    const places = await lockUnpublished(transaction);
    if (places.length === 0) return undefined;
    const messages = await readOutbox(transaction, this.database.room, places, PUBLISH_AT_ONCE);
    await this.move(transaction, endsOf(messages), await this.publisher.send(messages));
    return messages.length;
  }

  /** After start and after every failure: what the log has lost shows in its having become shorter. */
  private async checkLog(): Promise<void> {
    const rows = await this.database.dataSource.query<{ topic: string }[]>('SELECT DISTINCT topic FROM published');
    if (rows.length === 0) return;
    const ends = await this.publisher.logEnds(rows.map(({ topic }) => topic));
    await this.database.asRoom(async (transaction) => {
      const places = await transaction.query<PlaceRow[]>(
        'SELECT topic, lane, number FROM published ORDER BY 1, 2 FOR UPDATE',
      );
      await this.move(transaction, places.map(toPlace), ends);
    });
  }

  /**
   * Moves on to these places. The log may be lost meanwhile: topics deleted, a broker's disk gone. Rooms do without it, since they read
   * what is missing from the outbox; for everybody else all that the outbox still has goes out again.
   */
  private async move(
    transaction: EntityManager,
    places: readonly Place[],
    stretches: readonly Stretch[],
  ): Promise<void> {
    const [moved] = await transaction.query<[{ topic: string; lost: boolean }[]]>(MOVE, [
      ...columnsOf(places),
      ...stretchColumns(places, stretches),
    ]);
    const lost = new Set(moved.flatMap(({ topic, lost }) => (lost ? [topic] : [])));
    if (lost.size > 0)
      this.logger.warn(`Kafka has lost records of ${[...lost].join(', ')}: what was said there is published again.`);
  }
}

const NOT_PUBLISHED = 'FROM lanes LEFT JOIN published USING (topic, lane) WHERE last > coalesce(number, 0)';

/** One row if anything waits: whether some of it is in lanes of which nothing was published yet. */
const LOOK = `SELECT bool_or(number IS NULL) AS "inNewLanes" ${NOT_PUBLISHED} HAVING count(*) > 0`;

const BEGIN_LANES = `
  INSERT INTO published (topic, lane, number) SELECT topic, lane, 0 ${NOT_PUBLISHED} AND number IS NULL
  ORDER BY topic, lane ON CONFLICT DO NOTHING`;

/** Lanes that no other relay of the room has in hand. */
const LOCK = `
  SELECT topic, lane, number FROM published JOIN lanes USING (topic, lane)
  WHERE last > number ORDER BY topic, lane FOR UPDATE OF published SKIP LOCKED`;

async function lockUnpublished(transaction: EntityManager): Promise<Place[]> {
  const rows = await transaction.query<PlaceRow[]>(LOCK, []);
  return rows.map(toPlace);
}

function stretchColumns(places: readonly Place[], stretches: readonly Stretch[]): [number[], number[]] {
  const byLane = new Map(stretches.map((stretch) => [`${stretch.topic}/${stretch.lane}`, stretch]));
  const found = places.map(({ topic, lane }) => byLane.get(`${topic}/${lane}`) as Stretch);
  return [found.map(({ from }) => from), found.map(({ to }) => to)];
}

/** A log that is shorter than it was has lost what we published. */
const MOVE = `
  UPDATE published SET
    number = CASE WHEN published.log_end > log_from THEN 0 ELSE given.number END,
    log_end = CASE WHEN published.log_end > log_from THEN 0 ELSE log_to END
  FROM unnest($1::text[], $2::smallint[], $3::bigint[], $4::bigint[], $5::bigint[]) AS given (topic, lane, number, log_from, log_to)
  WHERE published.topic = given.topic AND published.lane = given.lane
  RETURNING published.topic, published.number = 0 AS lost`;
