import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allow, CallerOf, type Caller } from '#access';
import { readReason } from '../resolve-goods/resolution-body.js';
import { RevokeResolution, type Revocation } from './revoke-resolution.service.js';

@Controller('v1/commodities/resolutions')
export class RevokeResolutionController {
  constructor(private readonly resolutions: RevokeResolution) {}

  @Post(':id/revoke')
  @HttpCode(200)
  @Allow('forwarder', 'broker', 'customs')
  revoke(@Param('id') id: string, @Body() body: unknown, @CallerOf() caller: Caller): Promise<Revocation> {
    return this.resolutions.revoke(caller, id, readReason(body).reason);
  }
}
