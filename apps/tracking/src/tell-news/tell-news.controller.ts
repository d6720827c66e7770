import { Controller, Get } from '@nestjs/common';
import { CallerOf, type Caller } from '#access';
import { CURSOR, decodeCursor, QueryOf, readLimit, type PageQuery } from '#room';
import { newsCursor, newsForgotten } from './news-cursor.js';
import type { News } from './news-view.js';
import { NewsReader } from './news-reader.js';

@Controller('v1/news')
export class TellNewsController {
  constructor(private readonly reader: NewsReader) {}

  /** What became known since a cursor of all records that the caller may see. Without a cursor nothing, and where news goes on from now. */
  @Get()
  async tell(@CallerOf() caller: Caller, @QueryOf('cursor', 'limit') { cursor, limit }: PageQuery): Promise<News> {
    const size = readLimit(limit);
    const [number] = decodeCursor(cursor, [CURSOR.number]) ?? [];
    const { forgotten, last } = await this.reader.kept();
    if (number === undefined) return { items: [], nextCursor: newsCursor(last), more: false };
    const after = BigInt(number);
    if (after < forgotten || after > last) throw newsForgotten();
    const { items, readTo } = await this.reader.next(caller, after, last, size);
    return { items, nextCursor: newsCursor(readTo), more: readTo < last };
  }
}
