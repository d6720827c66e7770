import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import { RoomDatabase } from '#database';
import { NowAndThen } from '#room';
import { TableEditionRow } from '../storage/table-edition.entity.js';
import { today } from './read-kept-table.service.js';
import { TablesInForce } from './tables-in-force.js';

/** Takes tables in force whose first day (UTC) has come. Any number of instances may look: one row is one instance's. */
@Injectable()
export class BeginWaitingTables extends NowAndThen {
  protected readonly everyMs = 60_000;
  protected readonly failure = 'Tables that wait were not looked at';

  constructor(
    private readonly database: RoomDatabase,
    private readonly inForce: TablesInForce,
  ) {
    super();
  }

  async work(): Promise<void> {
    await this.database.asRoom(async (transaction) => {
      for (const edition of await begun(transaction)) await this.inForce.take(transaction, edition);
    });
  }
}

/** In the order of their first days, so that the latest holds. */
const begun = (transaction: EntityManager): Promise<TableEditionRow[]> =>
  transaction.find(TableEditionRow, {
    where: { state: 'waiting', validFrom: LessThanOrEqual(today()) },
    order: { validFrom: 'ASC', seq: 'ASC' },
    lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
  });
