import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Allow, CallerOf, type Caller } from '#access';
import { readCertificate, partyCodeIn } from './aeo-certificate.js';
import { AeoRegister, type AeoView } from './aeo-register.service.js';

@Controller('v1/parties/:code/aeo')
export class AeoRegisterController {
  constructor(private readonly register: AeoRegister) {}

  @Put()
  @Allow('customs')
  async record(@Param('code') code: string, @Body() body: unknown, @CallerOf() caller: Caller): Promise<AeoView> {
    return this.register.record(readCertificate(partyCodeIn(code), body), caller.party);
  }

  @Get()
  async read(@Param('code') code: string, @CallerOf() caller: Caller): Promise<AeoView> {
    return this.register.view(partyCodeIn(code), caller);
  }
}
