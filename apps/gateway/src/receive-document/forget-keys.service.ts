import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { RoomDatabase } from '#database';

/** How long an Idempotency-Key stands for the bytes it first came with. */
const KEPT_DAYS = 30;
const FORGET_EVERY_MS = 60 * 60_000;
const AT_ONCE = 5_000;

/** Forgets Idempotency-Keys that are old. The bytes themselves are known for good: the same document never becomes two. */
@Injectable()
export class ForgetKeys implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: RoomDatabase) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.forget().catch(complain), FORGET_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** How many it forgot. */
  async forget(): Promise<number> {
    let forgotten = 0;
    for (;;) {
      const [, count] = await this.database.asRoom((transaction) =>
        transaction.query<[unknown, number]>(FORGET, [KEPT_DAYS, AT_ONCE]),
      );
      forgotten += count;
      if (count < AT_ONCE) return forgotten;
    }
  }
}

const FORGET = `
  DELETE FROM idempotency_keys WHERE (party, key) IN (
    SELECT party, key FROM idempotency_keys WHERE first_used_at < now() - make_interval(days => $1) LIMIT $2)`;

const complain = (error: unknown): void =>
  new Logger('IdempotencyKeys').warn(`Old keys were not forgotten: ${String(error)}`);
