import type { IncomingHttpHeaders } from 'node:http';
import { Body, Controller, Header, Headers, HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, CallerOf, type Caller } from '#access';
import { preferredLanguage, QueryOf } from '#room';
import { findingView } from '../show-document/document-view.js';
import { DocumentIntake } from './document-intake.js';
import { readSubmission } from './submission.js';

@Controller('v1/documents')
export class ReceiveDocumentController {
  constructor(private readonly intake: DocumentIntake) {}

  /** Answers once the bytes are committed. The same bytes from the same party again get the same document. */
  @Post()
  @HttpCode(202)
  @Header('Vary', 'Accept-Language')
  @Allow('forwarder', 'rail', 'ocean-carrier', 'port')
  async receive(
    @CallerOf() caller: Caller,
    @Headers() headers: IncomingHttpHeaders,
    @Body() body: unknown,
    @QueryOf() _none: object,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { findings, ...receipt } = await this.intake.receive(readSubmission(caller, headers, body));
    void reply.header('Location', `/v1/documents/${receipt.documentId}`);
    const language = preferredLanguage(headers['accept-language']);
    return { ...receipt, ...(findings && { findings: findings.map((finding) => findingView(finding, language)) }) };
  }
}
