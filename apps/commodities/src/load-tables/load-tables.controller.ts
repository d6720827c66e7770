import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { LessThan } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { Allow, CallerOf, TRADE_ROLES, type Caller } from '#access';
import type { TableScheme } from '#crosswalk';
import { RoomDatabase } from '#database';
import { Refusal, type Finding } from '#domain';
import { bodyReader, BytesOf, closed, pageOf, QueryOf, readLimit, text, type Page, type PageQuery } from '#room';
import { placeOf } from '../storage/place-cursor.js';
import { TableEditionRow } from '../storage/table-edition.entity.js';
import { editionView, type EditionView } from './edition-view.js';
import { readOrder, type OrderQuery } from './load-order.js';
import { LoadTables } from './load-tables.service.js';
import { isScheme, SCHEMES } from './schemes.js';

const readReason = bodyReader<{ reason: string }>(closed({ reason: text(1000) }, ['reason']));

@Controller('v1/commodities/tables')
export class LoadTablesController {
  constructor(
    private readonly tables: LoadTables,
    private readonly database: RoomDatabase,
  ) {}

  /** Takes a file as CSV. It is read afterwards; the edition says how far that is. */
  @Post(':scheme/editions')
  @HttpCode(202)
  @Allow('customs', 'operator')
  async load(
    @Param('scheme') scheme: string,
    @QueryOf('edition', 'validFrom', 'validTo', 'source', 'exported') query: OrderQuery,
    @BytesOf('text/csv') file: Buffer,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EditionView> {
    const edition = await this.tables.receive(knownScheme(scheme), readOrder(query), file, caller);
    void reply.header('Location', `/v1/commodities/tables/${scheme}/editions/${edition.id}`);
    return editionView(edition);
  }

  @Post(':scheme/rollback')
  @HttpCode(200)
  @Allow('customs', 'operator')
  async rollBack(
    @Param('scheme') scheme: string,
    @Body() body: unknown,
    @CallerOf() caller: Caller,
  ): Promise<EditionView> {
    return editionView(await this.tables.rollBack(knownScheme(scheme), readReason(body).reason, caller));
  }

  /** Newest first. */
  @Get(':scheme/editions')
  @Allow(...TRADE_ROLES, 'operator')
  async list(
    @Param('scheme') name: string,
    @CallerOf() caller: Caller,
    @QueryOf('cursor', 'limit') { cursor, limit }: PageQuery,
  ): Promise<Page<EditionView>> {
    const scheme = knownScheme(name);
    const size = readLimit(limit);
    const before = placeOf(cursor);
    const rows = await this.database.asViewer(caller, (transaction) =>
      transaction.find(TableEditionRow, {
        where: { scheme, ...(before !== undefined && { seq: LessThan(before) }) },
        order: { seq: 'DESC' },
        take: size + 1,
      }),
    );
    const { items, nextCursor } = pageOf(rows, size, ({ seq }) => [seq]);
    return { items: items.map(editionView), nextCursor };
  }

  /** How far the reading is, and what is wrong with the file's lines. */
  @Get(':scheme/editions/:id')
  @Allow(...TRADE_ROLES, 'operator')
  async one(
    @Param('scheme') name: string,
    @Param('id') id: string,
    @CallerOf() caller: Caller,
  ): Promise<EditionView & { readonly findings: readonly Finding[] }> {
    const scheme = knownScheme(name);
    const row = isUuid(id)
      ? await this.database.asViewer(caller, (transaction) => transaction.findOneBy(TableEditionRow, { id, scheme }))
      : null;
    if (!row)
      throw new Refusal('COMMODITIES.NO_EDITION', 'not-found', {
        en: `There is no such edition of ${scheme}.`,
        zh: `${scheme} 没有这一版本。`,
      });
    return { ...editionView(row), findings: row.findings };
  }
}

function knownScheme(name: string): TableScheme {
  if (isScheme(name)) return name;
  const known = Object.keys(SCHEMES).join(', ');
  throw new Refusal('COMMODITIES.NO_SCHEME', 'not-found', {
    en: `There is no scheme ${name}. There are ${known}.`,
    zh: `没有编码体系 ${name}。现有：${known}。`,
  });
}
