import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CallerOf, type Caller } from '#access';
import type { Finding } from '#domain';
import { ACKNOWLEDGEMENT_TYPES } from '#formats';
import { QueryOf, readChoice } from '#room';
import { DocumentReader } from '../show-document/document-reader.js';
import type { DocumentRow } from '../storage/document.entity.js';
import { acknowledgementOf } from './acknowledgement.js';

@Controller('v1/documents')
export class AcknowledgeDocumentController {
  constructor(private readonly reader: DocumentReader) {}

  /** An interchange back to the sender. It repeats words of theirs, so a browser must neither guess at nor open it. */
  @Get(':id/acknowledgement')
  @Header('Content-Disposition', 'attachment')
  @Header('X-Content-Type-Options', 'nosniff')
  async acknowledge(
    @CallerOf() caller: Caller,
    @Param('id') documentId: string,
    @QueryOf('type') query: { readonly type?: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const type = readChoice('type', query.type, ACKNOWLEDGEMENT_TYPES, 'DOCUMENT.ACKNOWLEDGEMENT_TYPE') ?? 'CONTRL';
    const document = await this.reader.read(caller, documentId);
    const interchange =
      document.interchangeId === null ? document : await this.reader.read(caller, document.interchangeId);
    const original = await this.reader.readOriginal(caller, interchange);
    const messages = await this.foundIn(caller, type === 'CONTRL' ? interchange : document);
    const { bytes, charset } = acknowledgementOf(type, type === 'CONTRL' ? interchange : document, original, messages);
    // RFC 1767.
    void reply.header('Content-Type', `application/EDIFACT; charset=${charset}`);
    return bytes;
  }

  /** CONTRL answers an interchange; APERAK, asked for of one message, that message. */
  private foundIn(caller: Caller, document: DocumentRow): Promise<Map<number, readonly Finding[]>> | undefined {
    const { documentId, interchangeId, position, messages } = document;
    if (interchangeId !== null) return this.reader.messageFindings(caller, interchangeId, position);
    return messages === null ? undefined : this.reader.messageFindings(caller, documentId, null);
  }
}
