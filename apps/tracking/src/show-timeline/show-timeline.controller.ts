import { Controller, Get, Param } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { CallerOf, type Caller } from '#access';
import { Refusal } from '#domain';
import { pageOf, QueryOf, type PageQuery } from '#room';
import { cursorValues, readAfter } from './timeline-cursor.js';
import { TimelineReader } from './timeline-reader.js';
import { itemOf, type Timeline } from './timeline-view.js';

const STEPS_PER_PAGE = 500;

@Controller('v1/one-documents')
export class ShowTimelineController {
  constructor(private readonly reader: TimelineReader) {}

  /** Every step of a record with its time and its source, oldest first. */
  @Get(':id/timeline')
  async show(
    @CallerOf() caller: Caller,
    @Param('id') oneDocumentId: string,
    @QueryOf('cursor') { cursor }: Pick<PageQuery, 'cursor'>,
  ): Promise<Timeline> {
    if (!isUuid(oneDocumentId)) throw notFound();
    const found = await this.reader.find(caller, oneDocumentId, STEPS_PER_PAGE + 1, readAfter(cursor));
    if (!found) throw notFound();
    const { items, nextCursor } = pageOf(found.rows, STEPS_PER_PAGE, cursorValues);
    return { oneDocumentId: found.oneDocumentId, items: items.map(itemOf), nextCursor };
  }
}

const notFound = (): Refusal =>
  new Refusal('ONE_DOCUMENT.NOT_FOUND', 'not-found', {
    en: 'There is no such one-document among those you may see.',
    zh: '您可查看的一单记录中没有这一份。',
  });
