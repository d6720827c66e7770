import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allow, CallerOf, type Caller } from '#access';
import { bodyReader, closed, text } from '#room';
import type { MandateView } from '../read-mandates/mandate-view.js';
import { ReadMandates } from '../read-mandates/read-mandates.service.js';
import { RevokeMandate } from './revoke-mandate.service.js';

const readBody = bodyReader<{ reason: string }>(closed({ reason: text() }, ['reason']));

@Controller('v1/mandates/:id/revocation')
export class RevokeMandateController {
  constructor(
    private readonly mandates: RevokeMandate,
    private readonly reading: ReadMandates,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow('forwarder')
  async revoke(@Param('id') id: string, @Body() body: unknown, @CallerOf() caller: Caller): Promise<MandateView> {
    await this.mandates.revoke(id, readBody(body).reason, caller);
    return this.reading.read(id, caller);
  }
}
