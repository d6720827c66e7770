import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Allow, CallerOf, type Caller } from '#access';
import { readCertificate, readPartyCode } from './aeo-certificate.js';
import { AeoRegister, type AeoView } from './aeo-register.service.js';

@Controller('v1/parties/:code/aeo')
export class AeoRegisterController {
  constructor(private readonly register: AeoRegister) {}

  @Put()
  @Allow('customs')
  async record(@Param('code') code: string, @Body() body: unknown, @CallerOf() caller: Caller): Promise<AeoView> {
    return this.register.record(readCertificate(readPartyCode(code), body), caller.party);
  }

  @Get()
  async read(@Param('code') code: string, @CallerOf() caller: Caller): Promise<AeoView> {
    return this.register.view(readPartyCode(code), caller);
  }
}
