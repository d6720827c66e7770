import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CallerOf, type Caller } from '#access';
import { findingsOf, giveForm, QueryOf, type FormFindings, type FormQuery, type Page } from '#room';
import type { DeclarationSummary, DeclarationView } from './declaration-view.js';
import { ReadDeclarations, type ListQuery } from './read-declarations.service.js';
import { DECLARATION_FORMS } from './renderings.js';

@Controller('v1/declarations')
export class ReadDeclarationsController {
  constructor(private readonly declarations: ReadDeclarations) {}

  @Get()
  list(
    @QueryOf('status', 'outdated', 'request', 'customsNumber', 'cursor', 'limit') query: ListQuery,
    @CallerOf() caller: Caller,
  ): Promise<Page<DeclarationSummary>> {
    return this.declarations.list(query, caller);
  }

  @Get(':id')
  read(
    @Param('id') id: string,
    @QueryOf('format') query: FormQuery,
    @CallerOf() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeclarationView | Buffer> {
    return giveForm(DECLARATION_FORMS, () => this.declarations.read(id, caller), query, request, reply);
  }

  /** What a form leaves out of the declaration. */
  @Get(':id/findings')
  findings(
    @Param('id') id: string,
    @QueryOf('format') query: FormQuery,
    @CallerOf() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<FormFindings> {
    return findingsOf(DECLARATION_FORMS, () => this.declarations.read(id, caller), query, request);
  }
}
