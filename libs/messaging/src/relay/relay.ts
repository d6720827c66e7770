import { Logger } from '@nestjs/common';
import type { RoomDatabase } from '#database';
import { atMost } from '../at-most.js';
import { Bell } from '../bell.js';
import type { Publisher } from './publisher.js';

const IDLE_MS = { shortest: 200, longest: 1_000 };
const FAILURE_MS = { shortest: 100, longest: 5_000 };
/** How long another relay of the room may be at work before we look again. */
const BUSY_MS = 20;
const FLUSH_MS = 3_000;
const STOP_MS = 4_000;

/**
 * Publishes a room's outbox: woken by commits in this process, and by itself now and then for what another process left. Relays of
 * one room may run side by side; the relay's row lets one work at a time, so that positions have no gaps and follow `seq`.
 */
export class Relay {
  private readonly logger = new Logger(Relay.name);
  private readonly bell = new Bell();
  private stopping = new AbortController();
  private running: Promise<void> | undefined;
  /** When a pass last ended well, milliseconds since 1970. */
  seenAt: number | undefined;

  constructor(
    private readonly database: RoomDatabase,
    private readonly publisher: Publisher,
  ) {}

  start(): void {
    this.stopping = new AbortController();
    this.running ??= this.run(this.stopping.signal);
  }

  /** Something was committed. */
  wake(): void {
    this.bell.ring();
  }

  /** Ends the loop, then publishes what is still there, for a few seconds at most. What is left stays for the next start. */
  async stop(): Promise<void> {
    if (this.running === undefined) return;
    this.stopping.abort();
    await atMost(STOP_MS, this.running);
    this.running = undefined;
    await atMost(STOP_MS, this.flush(Date.now() + FLUSH_MS));
    await atMost(STOP_MS, this.publisher.close());
  }

  private async run(signal: AbortSignal): Promise<void> {
    let failures = 0;
    let idle = 0;
    let started = false;
    while (!signal.aborted) {
      try {
        if (!started) await this.publisher.start();
        started = true;
        const published = await this.publishAll(signal);
        failures = 0;
        idle = published > 0 ? 1 : idle + 1;
        if (await this.bell.sleep(growing(IDLE_MS, idle), signal)) idle = 1;
      } catch (error) {
        failures += 1;
        this.logger.warn(
          `Cannot publish, trying again (${failures}): ${error instanceof Error ? error.message : String(error)}`,
        );
        await new Bell().sleep(growing(FAILURE_MS, failures), signal);
      }
    }
  }

  private async publishAll(signal: AbortSignal): Promise<number> {
    let total = 0;
    while (!signal.aborted) {
      const published = await this.pass();
      this.seenAt = Date.now();
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

  /** How many it published; undefined when another relay of the room is at work. Looks first, so that an idle room writes nothing. */
  private async pass(): Promise<number | undefined> {
    const [waiting] = await this.database.dataSource.query('SELECT 1 FROM outbox WHERE position IS NULL LIMIT 1');
    if (waiting === undefined) return 0;
    return this.database.asRoom(async (transaction) => {
      const [row] = await transaction.query<
        {
          last_position: string;
        }[]
      >('SELECT last_position FROM relay FOR UPDATE SKIP LOCKED');
      return row && this.publisher.publish(transaction, BigInt(row.last_position));
    });
  }
}

const growing = ({ shortest, longest }: { shortest: number; longest: number }, times: number): number =>
  Math.min(shortest * 2 ** Math.max(0, times - 1), longest);
