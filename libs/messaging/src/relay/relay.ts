import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RoomDatabase } from '#database';
import { atMost } from '../at-most.js';
import { Bell } from '../bell.js';
import { AWAY_MS, growing } from '../growing.js';
import type { LaneMessage } from '../message.js';
import { columnsOf, endsOf, type PlaceRow, readOutbox, toPlace } from '../tables/lanes.js';

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

/** A lane and how far the log was when we last published there. */
type PublishedRow = PlaceRow & { readonly log_end: string };

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
  private checksLogAt = 0;

  constructor(
    private readonly database: RoomDatabase,
    private readonly publisher: Publisher,
    private readonly checkLogEveryMs: number,
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
    while (!signal.aborted) {
      try {
        if (performance.now() >= this.checksLogAt) await this.checkLog();
        const published = await this.publishAll(signal);
        failures = 0;
        idle = published > 0 ? 1 : idle + 1;
        if (await this.bell.sleep(growing(IDLE_MS, idle), signal)) idle = 1;
      } catch (error) {
        failures += 1;
        this.checksLogAt = 0;
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
    if (waiting.inNewLanes) await this.beginLanes();
    const { published, lost } = await this.database.asRoom((transaction) => this.publishNext(transaction));
    await this.publishAgain(lost);
    this.lastPass = Date.now();
    const ended = performance.now();
    this.restsUntil = ended + Math.min(REST.times * (ended - began), REST.longestMs);
    return published;
  }

  /** A lost log would not show in lanes that never had anything in it. */
  private async beginLanes(): Promise<void> {
    await this.checkLog();
    await this.database.asRoom((transaction) => transaction.query(BEGIN_LANES));
  }

  /** What went to the end of a log that is lost counts as not published. */
  private async publishNext(
    transaction: EntityManager,
  ): Promise<{ published: number | undefined; lost: readonly Stretch[] }> {
    const rows = await transaction.query<PublishedRow[]>(LOCK, []);
    if (rows.length === 0) return { published: undefined, lost: [] };
    const messages = await readOutbox(transaction, this.database.room, rows.map(toPlace), PUBLISH_AT_ONCE);
    const stretches = await this.publisher.send(messages);
    const lost = lostOf(rows, stretches);
    if (lost.length === 0) await move(transaction, messages, stretches);
    return { published: messages.length, lost };
  }

  /** At the start, after every failure and now and then: topics may be deleted and a broker's disk gone while nobody says anything. */
  private async checkLog(): Promise<void> {
    const rows = await this.database.dataSource.query<PublishedRow[]>('SELECT topic, lane, log_end FROM published');
    if (rows.length > 0) {
      const ends = await this.publisher.logEnds([...new Set(rows.map(({ topic }) => topic))]);
      await this.publishAgain(lostOf(rows, ends));
    }
    this.checksLogAt = performance.now() + this.checkLogEveryMs;
  }

  /**
   * Rooms do without a lost log, since they read what is missing from the outbox; for everybody else all that the outbox still has of the topic
   * goes out again. All lanes: the log may have grown past the end of another lane before that lane could notice. Another relay may have seen it first.
   */
  private async publishAgain(lost: readonly Stretch[]): Promise<void> {
    if (lost.length === 0) return;
    const topics = await this.database.asRoom(async (transaction) => {
      await transaction.query(HOLD, [lost.map(({ topic }) => topic)]);
      const [begun] = await transaction.query<[{ topic: string }[]]>(BEGIN_AGAIN, [
        lost.map(({ topic }) => topic),
        lost.map(({ lane }) => lane),
        lost.map(({ from }) => from),
      ]);
      return new Set(begun.map(({ topic }) => topic));
    });
    if (topics.size > 0)
      this.logger.warn(`Kafka has lost records of ${[...topics].join(', ')}: what was said there is published again.`);
  }
}

/** A log that is shorter than it was has lost what we published. */
function lostOf(rows: readonly PublishedRow[], stretches: readonly Stretch[]): Stretch[] {
  const endOf = new Map(rows.map(({ topic, lane, log_end }) => [`${topic}/${lane}`, Number(log_end)]));
  return stretches.filter(({ topic, lane, from }) => (endOf.get(`${topic}/${lane}`) ?? 0) > from);
}

async function move(
  transaction: EntityManager,
  messages: readonly LaneMessage[],
  stretches: readonly Stretch[],
): Promise<void> {
  const places = endsOf(messages);
  const logEnd = new Map(stretches.map(({ topic, lane, to }) => [`${topic}/${lane}`, to]));
  await transaction.query(MOVE, [
    ...columnsOf(places),
    places.map(({ topic, lane }) => logEnd.get(`${topic}/${lane}`)),
  ]);
}

const NOT_PUBLISHED = 'FROM lanes LEFT JOIN published USING (topic, lane) WHERE last > coalesce(number, 0)';

/** One row if anything waits: whether some of it is in lanes of which nothing was published yet. */
const LOOK = `SELECT bool_or(number IS NULL) AS "inNewLanes" ${NOT_PUBLISHED} HAVING count(*) > 0`;

const BEGIN_LANES = `
  INSERT INTO published (topic, lane, number) SELECT topic, lane, 0 ${NOT_PUBLISHED} AND number IS NULL
  ORDER BY topic, lane ON CONFLICT DO NOTHING`;

/** Lanes that no other relay of the room has in hand. */
const LOCK = `
  SELECT topic, lane, number, log_end FROM published JOIN lanes USING (topic, lane)
  WHERE last > number ORDER BY topic, lane FOR UPDATE OF published SKIP LOCKED`;

const MOVE = `
  UPDATE published SET number = given.number, log_end = given.log_end
  FROM unnest($1::text[], $2::smallint[], $3::bigint[], $4::bigint[]) AS given (topic, lane, number, log_end)
  WHERE published.topic = given.topic AND published.lane = given.lane`;

const HOLD = 'SELECT FROM published WHERE topic = ANY ($1) ORDER BY topic, lane FOR UPDATE';

/** Before the first message that the outbox still has. */
const BEGIN_AGAIN = `
  UPDATE published SET log_end = 0, number = coalesce(
    (SELECT min(outbox.number) - 1 FROM outbox WHERE outbox.topic = published.topic AND outbox.lane = published.lane), published.number)
  WHERE topic IN (
    SELECT topic FROM published JOIN unnest($1::text[], $2::smallint[], $3::bigint[]) AS lost (topic, lane, log_end) USING (topic, lane)
    WHERE published.log_end > lost.log_end)
  RETURNING topic`;
