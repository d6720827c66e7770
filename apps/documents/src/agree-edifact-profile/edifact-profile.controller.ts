import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Allow, CallerOf, ROLES, type Caller } from '#access';
import { partyCodeIn, readProfile } from './edifact-profile-body.js';
import { EdifactProfiles, type ProfileView } from './edifact-profiles.service.js';

/** What an operator agrees with a party about its EDIFACT; the party reads its own. */
@Controller('v1/parties/:code/edifact-profile')
export class EdifactProfileController {
  constructor(private readonly profiles: EdifactProfiles) {}

  @Put()
  @Allow('operator')
  async set(@Param('code') code: string, @Body() body: unknown, @CallerOf() caller: Caller): Promise<ProfileView> {
    return this.profiles.set(partyCodeIn(code), readProfile(body), caller.party);
  }

  @Get()
  @Allow(...ROLES)
  async current(@Param('code') code: string, @CallerOf() caller: Caller): Promise<ProfileView> {
    return this.profiles.current(partyCodeIn(code), caller);
  }

  @Get('versions/:version')
  @Allow(...ROLES)
  async version(
    @Param('code') code: string,
    @Param('version') version: string,
    @CallerOf() caller: Caller,
  ): Promise<ProfileView> {
    return this.profiles.version(partyCodeIn(code), version, caller);
  }
}
