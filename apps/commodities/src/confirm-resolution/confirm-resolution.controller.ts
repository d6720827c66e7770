import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allow, CallerOf, type Caller } from '#access';
import { shownTo, type ShownResolution } from '../resolve-goods/resolution-versions.js';
import { readReason } from '../resolve-goods/resolution-body.js';
import { ConfirmResolution } from './confirm-resolution.service.js';

@Controller('v1/commodities/resolutions')
@Allow('forwarder', 'broker', 'customs')
export class ConfirmResolutionController {
  constructor(private readonly proposals: ConfirmResolution) {}

  @Post(':id/confirm')
  @HttpCode(200)
  async confirm(@Param('id') id: string, @CallerOf() caller: Caller): Promise<ShownResolution> {
    return shownTo(caller, await this.proposals.confirm(caller, id));
  }

  @Post(':id/reject')
  @HttpCode(200)
  async reject(@Param('id') id: string, @Body() body: unknown, @CallerOf() caller: Caller): Promise<ShownResolution> {
    const { reason } = readReason(body);
    return shownTo(caller, await this.proposals.reject(caller, id, reason));
  }
}
