import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, CallerOf, PARTY_CODE, type Caller } from '#access';
import type { DeclarationView } from '../read-declarations/declaration-view.js';
import { bodyReader, closed, text } from '#room';
import { DECLARATION_TYPES } from '#domain';
import { LodgeDeclaration, type LodgeOrder } from './lodge-declaration.service.js';

const readOrder = bodyReader<LodgeOrder>(
  closed(
    {
      oneDocumentId: text(),
      type: { enum: DECLARATION_TYPES },
      mode: { const: 'advance' },
      principal: PARTY_CODE,
      customsOffice: { type: 'string', pattern: '^\\d{4}$' },
    },
    ['oneDocumentId', 'type', 'mode'],
  ),
);

@Controller('v1/declarations')
export class LodgeDeclarationController {
  constructor(private readonly declarations: LodgeDeclaration) {}

  @Post()
  @Allow('forwarder', 'broker')
  async lodge(
    @Body() body: unknown,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeclarationView> {
    const lodged = await this.declarations.lodge(readOrder(body), caller);
    void reply.header('Location', `/v1/declarations/${lodged.declarationId}`);
    return lodged;
  }

  @Post(':id/lodge')
  @HttpCode(200)
  @Allow('forwarder', 'broker')
  lodgeDraft(@Param('id') id: string, @CallerOf() caller: Caller): Promise<DeclarationView> {
    return this.declarations.lodgeDraft(id, caller);
  }
}
