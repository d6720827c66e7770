import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import { RoomDatabase } from '#database';
import { TableEditionRow } from '../storage/table-edition.entity.js';
import { today } from './read-kept-table.service.js';
import { TablesInForce } from './tables-in-force.js';

const LOOK_EVERY_MS = 60_000;

/** Takes tables in force whose first day (UTC) has come. Any number of instances may look: one row is one instance's. */
@Injectable()
export class BeginWaitingTables implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: RoomDatabase,
    private readonly inForce: TablesInForce,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look().catch(complain), LOOK_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async look(): Promise<void> {
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

const complain = (error: unknown): void =>
  new Logger('Tables').warn(`Tables that wait were not looked at: ${String(error)}`);
