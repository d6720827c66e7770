import { Controller, Get, Header, Headers, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CallerOf, type Caller } from '#access';
import { CURSOR, decodeCursor, pageOf, QueryOf, readChoice, readLimit, type Page, type PageQuery } from '#room';
import { DOCUMENT_STATUSES } from '../storage/document.entity.js';
import { DocumentReader } from './document-reader.js';
import { viewOf, type DocumentView } from './document-view.js';
import { preferredLanguage } from './preferred-language.js';

@Controller('v1/documents')
export class ShowDocumentController {
  constructor(private readonly reader: DocumentReader) {}

  /** The caller's documents, newest first. */
  @Get()
  @Header('Vary', 'Accept-Language')
  async list(
    @CallerOf() caller: Caller,
    @QueryOf('status', 'cursor', 'limit') query: PageQuery & { readonly status?: string },
    @Headers('accept-language') acceptLanguage?: string,
  ): Promise<Page<DocumentView>> {
    const limit = readLimit(query.limit);
    const rows = await this.reader.list(caller, {
      status: readChoice('status', query.status, DOCUMENT_STATUSES, 'DOCUMENT.STATUS_UNKNOWN'),
      before: decodeCursor(query.cursor, [CURSOR.uuid])?.[0],
      rows: limit + 1,
    });
    const { items, nextCursor } = pageOf(rows, limit, ({ documentId }) => [documentId]);
    const language = preferredLanguage(acceptLanguage);
    return { items: items.map((row) => viewOf(row, language)), nextCursor };
  }

  @Get(':id')
  @Header('Vary', 'Accept-Language')
  async show(
    @CallerOf() caller: Caller,
    @Param('id') documentId: string,
    @Headers('accept-language') acceptLanguage?: string,
  ): Promise<DocumentView> {
    return viewOf(await this.reader.read(caller, documentId), preferredLanguage(acceptLanguage));
  }

  /** The bytes as they came. They are the sender's, so a browser must neither guess at nor open them. */
  @Get(':id/original')
  @Header('Content-Disposition', 'attachment')
  @Header('X-Content-Type-Options', 'nosniff')
  async original(
    @CallerOf() caller: Caller,
    @Param('id') documentId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { contentType, sha256 } = await this.reader.read(caller, documentId);
    const bytes = await this.reader.readOriginal(caller, documentId);
    void reply.header('Content-Type', contentType).header('ETag', `"${sha256}"`);
    return bytes;
  }
}
