import { Controller, Get, Param } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { CallerOf, type Caller } from '#access';
import { RoomDatabase } from '#database';
import { pageOf, QueryOf, readLimit, type Page, type PageQuery } from '#room';
import { placeOf } from '../storage/place-cursor.js';
import { ResolutionReader } from '../storage/resolution-reader.js';
import { ResolutionUseRow } from '../storage/resolution-use.entity.js';

@Controller('v1/commodities/resolutions')
export class ShowUsesController {
  constructor(
    private readonly reader: ResolutionReader,
    private readonly database: RoomDatabase,
  ) {}

  /** Versions of records and declarations that rest on the resolution, newest first: to a party those of its records, to customs all. */
  @Get(':id/uses')
  async uses(
    @Param('id') id: string,
    @CallerOf() caller: Caller,
    @QueryOf('cursor', 'limit') { cursor, limit }: PageQuery,
  ): Promise<Page<ReturnType<typeof shownUse>>> {
    const size = readLimit(limit);
    const before = placeOf(cursor);
    await this.reader.versions(caller, id);
    const rows = await this.database.asViewer(caller, (transaction) =>
      transaction.find(ResolutionUseRow, {
        where: { resolutionId: id, ...(before !== undefined && { seq: LessThan(before) }) },
        order: { seq: 'DESC' },
        take: size + 1,
      }),
    );
    const { items, nextCursor } = pageOf(rows, size, ({ seq }) => [seq]);
    return { items: items.map(shownUse), nextCursor };
  }
}

const shownUse = (use: ResolutionUseRow) => ({
  resolutionVersion: use.resolutionVersion,
  oneDocumentId: use.oneDocumentId,
  oneDocumentVersion: use.oneDocumentVersion,
  ...(use.declarationId !== null && { declarationId: use.declarationId }),
  sequences: use.sequences,
  status: use.status,
  usedAt: use.usedAt.toISOString(),
});
