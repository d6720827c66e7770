import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allow, CallerOf, type Caller } from '#access';
import { RoomDatabase } from '#database';
import { readAdoption } from '../resolve-goods/resolution-body.js';
import { forEverybody, notStanding } from '../resolve-goods/resolution-refusals.js';
import { ResolutionRegister } from '../resolve-goods/resolution-register.service.js';
import { shownTo, type ShownResolution } from '../resolve-goods/resolution-versions.js';
import { ResolutionReader } from '../storage/resolution-reader.js';

@Controller('v1/commodities/resolutions')
export class AdoptResolutionController {
  constructor(
    private readonly reader: ResolutionReader,
    private readonly register: ResolutionRegister,
    private readonly database: RoomDatabase,
  ) {}

  /** Customs makes what a party settled hold for everybody. The reason is customs' own: the party's may be its secret. */
  @Post(':id/adopt')
  @HttpCode(200)
  @Allow('customs')
  async adopt(@Param('id') id: string, @Body() body: unknown, @CallerOf() caller: Caller): Promise<ShownResolution> {
    const said = readAdoption(body);
    const versions = await this.reader.versions(caller, id);
    if (versions[0].party === '*') throw forEverybody();
    const standing = versions.find(({ state }) => state === 'standing');
    if (!standing) throw notStanding();
    const { subject, answer, version } = standing;
    const adopted = await this.database.asRoom((transaction) =>
      this.register.answer(transaction, caller, { ...said, subject, answer, how: 'adopted', origin: { id, version } }),
    );
    return shownTo(caller, adopted);
  }
}
