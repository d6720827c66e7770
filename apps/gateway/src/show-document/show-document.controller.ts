import { Controller, Get, Header, Headers, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CallerOf, type Caller } from '#access';
import {
  CURSOR,
  decodeCursor,
  pageOf,
  preferredLanguage,
  QueryOf,
  readChoice,
  readLimit,
  type Page,
  type PageQuery,
} from '#room';
import { DOCUMENT_STATUSES } from '../storage/document.entity.js';
import { DocumentReader } from './document-reader.js';
import { viewOf, type DocumentView } from './document-view.js';

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
    const counts = await this.reader.countMessages(caller, items);
    return { items: items.map((row) => viewOf(row, language, counts.get(row.documentId))), nextCursor };
  }

  @Get(':id')
  @Header('Vary', 'Accept-Language')
  async show(
    @CallerOf() caller: Caller,
    @Param('id') documentId: string,
    @Headers('accept-language') acceptLanguage?: string,
  ): Promise<DocumentView> {
    const row = await this.reader.read(caller, documentId);
    const counts = await this.reader.countMessages(caller, [row]);
    return viewOf(row, preferredLanguage(acceptLanguage), counts.get(row.documentId));
  }

  /** The messages of an interchange, in its order; none of a document that is no interchange of several. */
  @Get(':id/messages')
  @Header('Vary', 'Accept-Language')
  async messages(
    @CallerOf() caller: Caller,
    @Param('id') documentId: string,
    @QueryOf('status', 'cursor', 'limit') query: PageQuery & { readonly status?: string },
    @Headers('accept-language') acceptLanguage?: string,
  ): Promise<Page<DocumentView>> {
    const limit = readLimit(query.limit);
    const { documentId: interchangeId } = await this.reader.read(caller, documentId);
    const rows = await this.reader.messages(caller, {
      interchangeId,
      status: readChoice('status', query.status, DOCUMENT_STATUSES, 'DOCUMENT.STATUS_UNKNOWN'),
      after: Number(decodeCursor(query.cursor, [CURSOR.small])?.[0] ?? 0),
      rows: limit + 1,
    });
    const { items, nextCursor } = pageOf(rows, limit, ({ position }) => [String(position)]);
    const language = preferredLanguage(acceptLanguage);
    return { items: items.map((row) => viewOf(row, language)), nextCursor };
  }

  /** The bytes as they came. They are the sender's, so a browser must neither guess at nor open them. */
  @Get(':id/original')
  @Header('Content-Disposition', 'attachment')
  @Header('X-Content-Type-Options', 'nosniff')
  async original(
    @CallerOf() caller: Caller,
    @Param('id') documentId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('if-none-match') known?: string,
  ): Promise<Buffer | undefined> {
    const document = await this.reader.read(caller, documentId);
    const tag = `"${document.sha256}"`;
    if (holds(known, tag)) return void reply.status(304).header('ETag', tag);
    const bytes = await this.reader.readOriginal(caller, document);
    void reply.header('Content-Type', document.contentType).header('ETag', tag);
    return bytes;
  }
}

/** RFC 9110 §13.1.2: any, or one of these, weak or not. */
const holds = (known: string | undefined, tag: string): boolean =>
  (known ?? '').split(',').some((one) => ['*', tag, `W/${tag}`].includes(one.trim()));
