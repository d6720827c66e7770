import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { jsonMessage, topics, type CrosswalkChanged } from '#contracts';
import type { SchemeRow, TableScheme } from '#crosswalk';
import { holdName } from '#database';
import { Outbox } from '#messaging';
import { TableEditionRow } from '../storage/table-edition.entity.js';
import { partsOfEdition } from '../storage/table-rows.js';

/** Which edition of each scheme holds, and telling the other rooms. Every method runs in the transaction it is given. */
@Injectable()
export class TablesInForce {
  constructor(private readonly outbox: Outbox) {}

  /** The edition takes the place of the one in force. */
  async take(transaction: EntityManager, { id, scheme, edition }: TableEditionRow): Promise<void> {
    await lockScheme(transaction, scheme);
    await transaction.update(TableEditionRow, { scheme, state: 'inForce' }, { state: 'replaced' });
    await transaction.update(TableEditionRow, { id }, { state: 'inForce', inForceAt: new Date(), reexamination: null });
    await this.tell(transaction, { scheme, editionId: id, edition }, await partsOfEdition(transaction, id));
  }

  /** Takes the edition in force out of it; the one before holds again, or what ships with the release. Returns null when there is none. */
  async rollBack(
    transaction: EntityManager,
    scheme: TableScheme,
    by: { readonly party: string; readonly reason: string },
  ): Promise<TableEditionRow | null> {
    await lockScheme(transaction, scheme);
    const current = await transaction.findOneBy(TableEditionRow, { scheme, state: 'inForce' });
    if (!current) return null;
    await transaction.update(
      TableEditionRow,
      { id: current.id },
      { state: 'rolledBack', rolledBackBy: by.party, rolledBackReason: by.reason, reexamination: null },
    );
    const before = await transaction.findOne(TableEditionRow, {
      where: { scheme, state: 'replaced' },
      order: { inForceAt: 'DESC' },
    });
    if (before) await this.take(transaction, before);
    else await this.tell(transaction, { scheme, editionId: current.id, edition: NONE_LOADED }, [[]]);
    return transaction.findOneBy(TableEditionRow, { id: current.id });
  }

  private async tell(
    transaction: EntityManager,
    table: Pick<CrosswalkChanged, 'scheme' | 'editionId' | 'edition'>,
    parts: readonly (readonly SchemeRow[])[],
  ): Promise<void> {
    await this.outbox.add(
      transaction,
      parts.map((rows, index) => {
        const changed: CrosswalkChanged = { ...table, part: index + 1, parts: parts.length, rows };
        return jsonMessage(topics.crosswalkChanged, table.scheme, changed);
      }),
    );
  }
}

/** What an edition is called when no loaded one holds any more. */
const NONE_LOADED = 'none loaded';

/** Two changes of one scheme wait for each other. */
const lockScheme = (transaction: EntityManager, scheme: string): Promise<void> =>
  holdName(transaction, `table ${scheme}`);
