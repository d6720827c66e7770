import { Injectable } from '@nestjs/common';
import { RoomDatabase } from '#database';
import { NowAndThen } from '#room';

const KEPT_DAYS = 30;
const AT_ONCE = 5_000;

/** Forgets news that is old; the timelines keep everything. */
@Injectable()
export class ForgetNews extends NowAndThen {
  protected readonly everyMs = 60 * 60_000;
  protected readonly failure = 'Old news was not forgotten';

  constructor(private readonly database: RoomDatabase) {
    super();
  }

  /** How much it forgot. */
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
  DELETE FROM news WHERE number IN (
    SELECT number FROM news WHERE known_at < now() - make_interval(days => $1) ORDER BY number LIMIT $2)`;
