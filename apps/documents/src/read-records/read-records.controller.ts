import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CallerOf, type Caller } from '#access';
import type { OneDocument } from '#domain';
import { findingsOf, giveForm, QueryOf, type FormFindings, type FormQuery, type Page, type PageQuery } from '#room';
import { ReadRecordsService, type RecordSearch, type VersionSummary } from './read-records.service.js';
import { RECORD_FORMS } from './renderings.js';

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
    @QueryOf('format') query: FormQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OneDocument | Buffer> {
    return giveForm(RECORD_FORMS, () => this.records.one(caller, id), query, request, reply);
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
    @QueryOf('format') query: FormQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OneDocument | Buffer> {
    return giveForm(RECORD_FORMS, () => this.records.version(caller, id, version), query, request, reply);
  }

  /** What a form leaves out of that version. */
  @Get(':id/versions/:version/findings')
  findings(
    @CallerOf() caller: Caller,
    @Param('id') id: string,
    @Param('version') version: string,
    @QueryOf('format') query: FormQuery,
    @Req() request: FastifyRequest,
  ): Promise<FormFindings> {
    return findingsOf(RECORD_FORMS, () => this.records.version(caller, id, version), query, request);
  }
}
