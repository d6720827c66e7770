import { Controller, Get, Param } from '@nestjs/common';
import { CallerOf, type Caller } from '#access';
import { QueryOf, type Page } from '#room';
import type { DeclarationSummary, DeclarationView } from './declaration-view.js';
import { ReadDeclarations, type ListQuery } from './read-declarations.service.js';

@Controller('v1/declarations')
export class ReadDeclarationsController {
  constructor(private readonly declarations: ReadDeclarations) {}

  @Get()
  list(
    @QueryOf('status', 'outdated', 'request', 'cursor', 'limit') query: ListQuery,
    @CallerOf() caller: Caller,
  ): Promise<Page<DeclarationSummary>> {
    return this.declarations.list(query, caller);
  }

  @Get(':id')
  read(@Param('id') id: string, @CallerOf() caller: Caller): Promise<DeclarationView> {
    return this.declarations.read(id, caller);
  }
}
