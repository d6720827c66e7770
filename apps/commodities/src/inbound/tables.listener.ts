import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { topics, type GoodsReexamined, type TableReceived } from '#contracts';
import { Hears, jsonOf, type BatchContext, type Message } from '#messaging';
import { ReadKeptTable } from '../load-tables/read-kept-table.service.js';
import { TableEditionRow } from '../storage/table-edition.entity.js';

/** Reads tables that were kept, and keeps how far the records are that a new one concerns. */
@Controller()
export class TablesListener {
  constructor(private readonly tables: ReadKeptTable) {}

  @Hears(topics.tableReceived)
  async received(@Payload() batch: readonly Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    for (const message of batch) await this.tables.read(transaction, jsonOf<TableReceived>(message).editionId);
  }

  @Hears(topics.goodsReexamined)
  async reexamined(@Payload() batch: readonly Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    for (const message of batch) {
      const { editionId, of, examined, changed } = jsonOf<GoodsReexamined>(message);
      await transaction.update(TableEditionRow, { id: editionId }, { reexamination: { of, examined, changed } });
    }
  }
}
