import { Injectable } from '@nestjs/common';
import { RoomDatabase } from '#database';
import { NowAndThen } from '#room';

/** How long an Idempotency-Key stands for the bytes it first came with. */
const KEPT_DAYS = 30;
const AT_ONCE = 5_000;

/** Forgets Idempotency-Keys that are old. Bytes that were not rejected are known for good: the same document never becomes two. */
@Injectable()
export class ForgetKeys extends NowAndThen {
  protected readonly everyMs = 60 * 60_000;
  protected readonly failure = 'Old Idempotency-Keys were not forgotten';

  constructor(private readonly database: RoomDatabase) {
    super();
  }

  /** How many it forgot. */
  async work(): Promise<number> {
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
