import { Controller, Get } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { CallerOf, type Caller } from '#access';
import { RoomDatabase } from '#database';
import { pageOf, QueryOf, readLimit, type Page, type PageQuery } from '#room';
import type { UnsettledNames } from '../inbound/unsettled-goods.js';
import { placeOf } from '../storage/place-cursor.js';
import { UnsettledGoodsRow } from '../storage/unsettled-goods.entity.js';

/** A goods item in the queue, as callers see it. */
type QueuedGoods = UnsettledNames &
  Pick<UnsettledGoodsRow, 'oneDocumentId' | 'oneDocumentVersion' | 'sequence'> & { readonly noticedAt: string };

@Controller('v1/commodities/queue')
export class UnsettledGoodsController {
  constructor(private readonly database: RoomDatabase) {}

  /** What people have to settle, longest waiting first: to a party that of its records, to customs all. */
  @Get()
  async list(
    @CallerOf() caller: Caller,
    @QueryOf('cursor', 'limit') { cursor, limit }: PageQuery,
  ): Promise<Page<QueuedGoods>> {
    const size = readLimit(limit);
    const { items, nextCursor } = pageOf(await this.waiting(caller, placeOf(cursor), size + 1), size, ({ seq }) => [
      seq,
    ]);
    return { items: items.map(queued), nextCursor };
  }

  private waiting(caller: Caller, after: string | undefined, rows: number): Promise<UnsettledGoodsRow[]> {
    return this.database.asViewer(caller, (transaction) =>
      transaction.find(UnsettledGoodsRow, {
        where: after === undefined ? {} : { seq: MoreThan(after) },
        order: { seq: 'ASC' },
        take: rows,
      }),
    );
  }
}

const queued = ({ oneDocumentId, oneDocumentVersion, sequence, noticedAt, goods }: UnsettledGoodsRow): QueuedGoods => ({
  oneDocumentId,
  oneDocumentVersion,
  sequence,
  noticedAt: noticedAt.toISOString(),
  ...goods,
});
