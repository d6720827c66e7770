import { Body, Controller, Get, Put } from '@nestjs/common';
import { Allow, CallerOf, type Caller } from '#access';
import { pageOf, QueryOf, readLimit, type Page, type PageQuery } from '#room';
import { placeOf } from '../storage/place-cursor.js';
import { ResolutionReader } from '../storage/resolution-reader.js';
import { readResolutionBody } from './resolution-body.js';
import { shown, type ShownResolution } from './resolution-versions.js';
import { ResolveGoodsService } from './resolve-goods.service.js';

@Controller('v1/commodities/resolutions')
export class ResolveGoodsController {
  constructor(
    private readonly service: ResolveGoodsService,
    private readonly reader: ResolutionReader,
  ) {}

  @Put()
  @Allow('forwarder', 'customs')
  put(@CallerOf() caller: Caller, @Body() body: unknown): Promise<ShownResolution> {
    return this.service.resolve(caller, readResolutionBody(body));
  }

  @Get()
  async list(
    @CallerOf() caller: Caller,
    @QueryOf('cursor', 'limit') { cursor, limit }: PageQuery,
  ): Promise<Page<ShownResolution>> {
    const size = readLimit(limit);
    const { items, nextCursor } = pageOf(
      await this.reader.newest(caller, placeOf(cursor), size + 1),
      size,
      ({ seq }) => [seq],
    );
    return { items: items.map(shown), nextCursor };
  }
}
