import { Injectable } from '@nestjs/common';
import { RoomDatabase } from '#database';
import { NowAndThen } from './now-and-then.js';

const AT_ONCE = 5_000;

/** Deletes what a room has kept long enough, every hour, so many rows a transaction. */
@Injectable()
export abstract class ForgetOld extends NowAndThen {
  protected readonly everyMs = 60 * 60_000;
  protected abstract readonly keptDays: number;
  /** A DELETE of rows older than `$1` days, `$2` of them at most. */
  protected abstract readonly statement: string;

  constructor(private readonly database: RoomDatabase) {
    super();
  }

  /** How many rows it deleted. */
  async work(): Promise<number> {
    let forgotten = 0;
    for (;;) {
      const [, count] = await this.database.asRoom((transaction) =>
        transaction.query<[unknown, number]>(this.statement, [this.keptDays, AT_ONCE]),
      );
      forgotten += count;
      if (count < AT_ONCE) return forgotten;
    }
  }
}
