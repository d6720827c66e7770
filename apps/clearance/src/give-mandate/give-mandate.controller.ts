import { Body, Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, CallerOf, PARTY_CODE, type Caller } from '#access';
import { bodyReader, closed, text } from '#room';
import { DECLARATION_TYPES } from '#domain';
import type { MandateView } from '../read-mandates/mandate-view.js';
import { ReadMandates } from '../read-mandates/read-mandates.service.js';
import { GiveMandate, type MandateOrder } from './give-mandate.service.js';

const readOrder = bodyReader<MandateOrder>(
  closed({ oneDocumentId: text(), type: { enum: DECLARATION_TYPES }, broker: PARTY_CODE }, [
    'oneDocumentId',
    'type',
    'broker',
  ]),
);

@Controller('v1/mandates')
export class GiveMandateController {
  constructor(
    private readonly mandates: GiveMandate,
    private readonly reading: ReadMandates,
  ) {}

  /** 201 for a new mandate, 200 for a repeat. */
  @Post()
  @Allow('forwarder')
  async give(
    @Body() body: unknown,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MandateView> {
    const { repeated, id } = await this.mandates.give(readOrder(body), caller);
    void reply.status(repeated ? 200 : 201).header('Location', `/v1/mandates/${id}`);
    return this.reading.read(id, caller);
  }
}
