import { Body, Controller, Get, Put } from '@nestjs/common';
import { Allow, CallerOf, type Caller } from '#access';
import { bodyReader, closed } from '#room';
import type { PartySettingsRow } from '../storage/party-settings.entity.js';
import { FourEyes } from './four-eyes.service.js';

const readSettings = bodyReader<{ readonly fourEyes: boolean }>(
  closed({ fourEyes: { type: 'boolean' } }, ['fourEyes']),
);

@Controller('v1/commodities/settings')
@Allow('forwarder', 'broker', 'customs')
export class SettingsController {
  constructor(private readonly fourEyes: FourEyes) {}

  @Get()
  async read(@CallerOf() caller: Caller): Promise<ShownSettings> {
    return shownSettings(await this.fourEyes.read(caller));
  }

  @Put()
  async put(@CallerOf() caller: Caller, @Body() body: unknown): Promise<ShownSettings> {
    return shownSettings(await this.fourEyes.set(caller, readSettings(body).fourEyes));
  }
}

const shownSettings = (row: PartySettingsRow | null) => ({
  fourEyes: row?.fourEyes ?? false,
  ...(row && { changedBy: row.changedBy, changedAt: row.changedAt.toISOString() }),
  ...(row?.offAskedBy && { offAskedBy: row.offAskedBy }),
});

type ShownSettings = ReturnType<typeof shownSettings>;
