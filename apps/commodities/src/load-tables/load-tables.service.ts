import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#access';
import { jsonMessage, topics } from '#contracts';
import type { TableScheme } from '#crosswalk';
import { RoomDatabase } from '#database';
import { Refusal } from '#domain';
import { Outbox } from '#messaging';
import { TableEditionRow } from '../storage/table-edition.entity.js';
import type { Order } from './load-order.js';
import { TablesInForce } from './tables-in-force.js';

/** Keeps files with tables of codes, and takes editions out of force again. */
@Injectable()
export class LoadTables {
  constructor(
    private readonly database: RoomDatabase,
    private readonly outbox: Outbox,
    private readonly inForce: TablesInForce,
  ) {}

  /** Keeps the file and says so; it is read when the room hears that. The same file for the same edition again is the load there is. */
  async receive(scheme: TableScheme, order: Order, content: Buffer, caller: Caller): Promise<TableEditionRow> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    return this.database.asRoom(async (transaction) => {
      const same = await transaction.findOne(TableEditionRow, {
        where: { scheme, edition: order.edition, sha256, validFrom: order.validFrom },
        order: { seq: 'DESC' },
      });
      if (same && STANDING.has(same.state)) return same;
      const id = uuidv7();
      await transaction.insert(TableEditionRow, {
        id,
        scheme,
        ...order,
        sha256,
        sentBy: caller.party,
        sentAt: new Date(),
        state: 'received',
      });
      await transaction.query('INSERT INTO table_content (edition_id, content) VALUES ($1, $2)', [id, content]);
      await this.outbox.add(transaction, [jsonMessage(topics.tableReceived, scheme, { editionId: id })]);
      return transaction.findOneByOrFail(TableEditionRow, { id });
    });
  }

  /** The edition in force is no longer; refuses (409) when none is loaded. */
  rollBack(scheme: TableScheme, reason: string, { party }: Caller): Promise<TableEditionRow> {
    return this.database.asRoom(async (transaction) => {
      const rolledBack = await this.inForce.rollBack(transaction, scheme, { party, reason });
      if (rolledBack) return rolledBack;
      throw new Refusal('COMMODITIES.NOTHING_LOADED', 'conflict', {
        en: `No loaded table of ${scheme} is in force; there is nothing to roll back.`,
        zh: `${scheme} 没有生效的已加载对照表，无可回退。`,
      });
    });
  }
}

/** A file in one of these need not be read again. */
const STANDING = new Set<TableEditionRow['state']>(['received', 'waiting', 'inForce']);
