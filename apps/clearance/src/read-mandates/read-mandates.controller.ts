import { Controller, Get, Param } from '@nestjs/common';
import { CallerOf, type Caller } from '#access';
import { QueryOf, type Page } from '#room';
import type { MandateView } from './mandate-view.js';
import { ReadMandates, type MandateQuery } from './read-mandates.service.js';

@Controller('v1/mandates')
export class ReadMandatesController {
  constructor(private readonly mandates: ReadMandates) {}

  @Get()
  list(
    @QueryOf('oneDocument', 'cursor', 'limit') query: MandateQuery,
    @CallerOf() caller: Caller,
  ): Promise<Page<MandateView>> {
    return this.mandates.list(query, caller);
  }

  @Get(':id')
  read(@Param('id') id: string, @CallerOf() caller: Caller): Promise<MandateView> {
    return this.mandates.read(id, caller);
  }
}
