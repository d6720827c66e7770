import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Allow, CallerOf, type Caller } from '#access';
import { pageOf, QueryOf, readChoice, readLimit, type Page, type PageQuery } from '#room';
import { DECISIONS, SIDES } from '../inbound/unsettled-goods.js';
import { shownTo, type ShownResolution } from '../resolve-goods/resolution-versions.js';
import { placeOf } from '../storage/place-cursor.js';
import { DecideOnGoods } from './decide-on-goods.service.js';
import { readAcceptance, readChosen, readRefusal } from './queue-bodies.js';
import { QueueReader, readPlace, type WrittenPlace } from './queue-reader.js';
import { shownGoods, type ShownGoods } from './queued-goods.js';
import { RefuseCandidates } from './refuse-candidates.service.js';

interface QueueQuery extends PageQuery {
  readonly decision?: string;
  readonly side?: string;
}

@Controller('v1/commodities/queue')
export class QueueController {
  constructor(
    private readonly queue: QueueReader,
    private readonly decisions: DecideOnGoods,
    private readonly refusals: RefuseCandidates,
  ) {}

  /** What people have to settle, longest waiting first: to a party that of its records, to customs all. */
  @Get()
  async list(
    @CallerOf() caller: Caller,
    @QueryOf('decision', 'side', 'cursor', 'limit') { decision, side, cursor, limit }: QueueQuery,
  ): Promise<Page<ShownGoods>> {
    const size = readLimit(limit);
    const filter = {
      decision: readChoice('decision', decision, DECISIONS, 'COMMODITIES.DECISION'),
      side: readChoice('side', side, SIDES, 'COMMODITIES.SIDE'),
    };
    const rows = await this.queue.waiting(caller, filter, placeOf(cursor), size + 1);
    const { items, nextCursor } = pageOf(rows, size, ({ seq }) => [seq]);
    return { items: items.map(shownGoods), nextCursor };
  }

  @Post(':oneDocumentId/:sequence/accept')
  @HttpCode(200)
  @Allow('forwarder', 'broker', 'customs')
  async accept(
    @Param() place: WrittenPlace,
    @Body() body: unknown,
    @CallerOf() caller: Caller,
  ): Promise<ShownResolution> {
    return shownTo(caller, await this.decisions.accept(caller, readPlace(place), readAcceptance(body)));
  }

  @Post(':oneDocumentId/:sequence/choose')
  @HttpCode(200)
  @Allow('forwarder', 'broker', 'customs')
  async choose(
    @Param() place: WrittenPlace,
    @Body() body: unknown,
    @CallerOf() caller: Caller,
  ): Promise<ShownResolution> {
    return shownTo(caller, await this.decisions.choose(caller, readPlace(place), readChosen(body)));
  }

  @Post(':oneDocumentId/:sequence/refuse')
  @HttpCode(200)
  @Allow('forwarder', 'broker', 'customs')
  async refuse(@Param() place: WrittenPlace, @Body() body: unknown, @CallerOf() caller: Caller): Promise<ShownGoods> {
    return shownGoods(await this.refusals.refuse(caller, readPlace(place), readRefusal(body)));
  }
}
