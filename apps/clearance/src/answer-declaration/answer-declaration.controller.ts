import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, CallerOf, type Caller } from '#access';
import type { DeclarationView } from '../read-declarations/declaration-view.js';
import { AnswerDeclaration } from './answer-declaration.service.js';
import { readAnswer } from './read-answer.js';

@Controller('v1/declarations/:id/responses')
export class AnswerDeclarationController {
  constructor(private readonly declarations: AnswerDeclaration) {}

  /** 201 for a new step or receipt, 200 for a repeat. */
  @Post()
  @Allow('customs')
  async answer(
    @Param('id') id: string,
    @Body() body: unknown,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeclarationView> {
    const { repeated, declaration } = await this.declarations.answer(id, readAnswer(body), caller);
    void reply.status(repeated ? 200 : 201);
    return declaration;
  }
}
