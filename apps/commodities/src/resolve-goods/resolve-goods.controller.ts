import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Allow, CallerOf, type Caller } from '#access';
import { RoomDatabase } from '#database';
import { pageOf, QueryOf, readChoice, readLimit, type Page, type PageQuery } from '#room';
import { placeOf } from '../storage/place-cursor.js';
import { ResolutionReader } from '../storage/resolution-reader.js';
import { RESOLUTION_STATES } from '../storage/resolution.entity.js';
import { readResolutionBody } from './resolution-body.js';
import { ResolutionRegister } from './resolution-register.service.js';
import { shownTo, type ShownResolution } from './resolution-versions.js';

interface ListQuery extends PageQuery {
  readonly party?: string;
  readonly state?: string;
}

@Controller('v1/commodities/resolutions')
export class ResolveGoodsController {
  constructor(
    private readonly register: ResolutionRegister,
    private readonly reader: ResolutionReader,
    private readonly database: RoomDatabase,
  ) {}

  @Put()
  @Allow('forwarder', 'broker', 'customs')
  async put(@CallerOf() caller: Caller, @Body() body: unknown): Promise<ShownResolution> {
    const answer = { ...readResolutionBody(body), how: 'settled' } as const;
    const version = await this.database.asRoom((transaction) => this.register.answer(transaction, caller, answer));
    return shownTo(caller, version);
  }

  @Get()
  async list(
    @CallerOf() caller: Caller,
    @QueryOf('party', 'state', 'cursor', 'limit') { party, state: asked, cursor, limit }: ListQuery,
  ): Promise<Page<ShownResolution>> {
    const size = readLimit(limit);
    const state = readChoice('state', asked, RESOLUTION_STATES, 'COMMODITIES.STATE');
    const rows = await this.reader.newest(caller, { party, state }, placeOf(cursor), size + 1);
    const { items, nextCursor } = pageOf(rows, size, ({ seq }) => [seq]);
    return { items: items.map((row) => shownTo(caller, row)), nextCursor };
  }

  /** Every version, the latest first. */
  @Get(':id')
  async one(@Param('id') id: string, @CallerOf() caller: Caller): Promise<{ readonly versions: ShownResolution[] }> {
    const versions = await this.reader.versions(caller, id);
    return { versions: versions.map((row) => shownTo(caller, row)) };
  }
}
