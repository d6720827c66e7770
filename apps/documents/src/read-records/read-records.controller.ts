import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CallerOf, type Caller } from '#access';
import type { OneDocument } from '#domain';
import { QueryOf, type Page, type PageQuery } from '#room';
import { ReadRecordsService, type RecordSearch, type VersionSummary } from './read-records.service.js';
import { findingsOf, renderRecord, type FormFindings } from './render-record.js';

interface RenderingQuery {
  readonly format?: string;
}

@Controller('v1/one-documents')
export class ReadRecordsController {
  constructor(private readonly records: ReadRecordsService) {}

  @Get()
  find(
    @CallerOf() caller: Caller,
    @QueryOf('container', 'transportDocument', 'booking', 'party', 'state', 'cursor', 'limit') search: RecordSearch,
  ): Promise<Page<OneDocument>> {
    return this.records.find(caller, search);
  }

  @Get(':id')
  one(
    @CallerOf() caller: Caller,
    @Param('id') id: string,
    @QueryOf('format') { format }: RenderingQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OneDocument | Buffer> {
    return renderRecord(() => this.records.one(caller, id), format, request, reply);
  }

  @Get(':id/versions')
  versions(
    @CallerOf() caller: Caller,
    @Param('id') id: string,
    @QueryOf('cursor', 'limit') page: PageQuery,
  ): Promise<Page<VersionSummary>> {
    return this.records.versions(caller, id, page);
  }

  @Get(':id/versions/:version')
  version(
    @CallerOf() caller: Caller,
    @Param('id') id: string,
    @Param('version') version: string,
    @QueryOf('format') { format }: RenderingQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OneDocument | Buffer> {
    return renderRecord(() => this.records.version(caller, id, version), format, request, reply);
  }

  /** What a form leaves out of that version. */
  @Get(':id/versions/:version/findings')
  findings(
    @CallerOf() caller: Caller,
    @Param('id') id: string,
    @Param('version') version: string,
    @QueryOf('format') { format }: RenderingQuery,
    @Req() request: FastifyRequest,
  ): Promise<FormFindings> {
    return findingsOf(() => this.records.version(caller, id, version), format, request);
  }
}
