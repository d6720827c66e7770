import { Controller, Get } from '@nestjs/common';
import { CallerOf, type Caller } from '#access';
import { Refusal } from '#domain';
import { CURSOR, decodeCursor, encodeCursor, QueryOf, readLimit, type PageQuery } from '#room';
import { newsOf, type News } from './news-view.js';
import { NewsReader } from './news-reader.js';

/** So many numbers are looked through at a time, whoever's they are. */
const WINDOW = 2_000n;

@Controller('v1/news')
export class TellNewsController {
  constructor(private readonly reader: NewsReader) {}

  /** What became known since a cursor of all records that the caller may see. Without a cursor nothing, and where news goes on from now. */
  @Get()
  async tell(@CallerOf() caller: Caller, @QueryOf('cursor', 'limit') { cursor, limit }: PageQuery): Promise<News> {
    const size = readLimit(limit);
    const [number] = decodeCursor(cursor, [CURSOR.number]) ?? [];
    const { forgotten, last } = await this.reader.kept();
    if (number === undefined) return { items: [], nextCursor: encodeCursor([String(last)]), more: false };
    const after = BigInt(number);
    if (after < forgotten || after > last) throw forgottenSince();
    const until = after + WINDOW < last ? after + WINDOW : last;
    const rows = await this.reader.find(caller, after, until, size);
    const readTo = rows.length < size ? String(until) : (rows.at(-1)?.number ?? String(until));
    return { items: rows.flatMap(newsOf), nextCursor: encodeCursor([readTo]), more: BigInt(readTo) < last };
  }
}

const forgottenSince = (): Refusal =>
  new Refusal('TRACKING.NEWS_FORGOTTEN', 'conflict', {
    en: 'News since this cursor is no longer kept. Ask without a cursor, read your lists once, and go on from the cursor that you are given.',
    zh: '该游标之后的动态已不再保留。请不带游标重新请求，完整读取一次各列表，再从新给出的游标继续。',
  });
