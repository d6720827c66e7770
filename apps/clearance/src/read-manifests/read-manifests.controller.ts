import { Controller, Get, Header, Param } from '@nestjs/common';
import { CallerOf, type Caller } from '#access';
import { QueryOf, type Page } from '#room';
import type { ManifestSummary, ManifestView } from './manifest-view.js';
import { ReadManifests, type ManifestQuery } from './read-manifests.service.js';

@Controller('v1/manifests')
export class ReadManifestsController {
  constructor(private readonly manifests: ReadManifests) {}

  @Get()
  list(
    @QueryOf('oneDocument', 'status', 'cursor', 'limit') query: ManifestQuery,
    @CallerOf() caller: Caller,
  ): Promise<Page<ManifestSummary>> {
    return this.manifests.list(query, caller);
  }

  @Get(':messageId')
  read(@Param('messageId') messageId: string, @CallerOf() caller: Caller): Promise<ManifestView> {
    return this.manifests.read(messageId, caller);
  }

  @Get(':messageId/message')
  @Header('Content-Type', 'application/xml; charset=utf-8')
  @Header('X-Content-Type-Options', 'nosniff')
  message(@Param('messageId') messageId: string, @CallerOf() caller: Caller): Promise<Buffer> {
    return this.manifests.message(messageId, caller);
  }
}
