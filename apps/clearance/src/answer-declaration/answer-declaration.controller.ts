import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, CallerOf, type Caller } from '#access';
import type { DeclarationView } from '../read-declarations/declaration-view.js';
import { bodyReader, closed, INSTANT, text } from '#room';
import { AnswerDeclaration } from './answer-declaration.service.js';
import { RESPONSES, type CustomsResponse } from './answer.js';

const readResponse = bodyReader<CustomsResponse>(
  closed(
    {
      response: { enum: RESPONSES },
      reasons: {
        type: 'array',
        maxItems: 100,
        items: closed({ code: text(), text: text(2000) }, ['code', 'text']),
      },
      at: INSTANT,
      reference: text(),
    },
    ['response'],
  ),
);

@Controller('v1/declarations/:id/responses')
export class AnswerDeclarationController {
  constructor(private readonly declarations: AnswerDeclaration) {}

  /** 201 for a new step, 200 for a repeat. */
  @Post()
  @Allow('customs')
  async answer(
    @Param('id') id: string,
    @Body() body: unknown,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeclarationView> {
    const { repeated, declaration } = await this.declarations.answer(id, readResponse(body), caller);
    void reply.status(repeated ? 200 : 201);
    return declaration;
  }
}
