import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, CallerOf, type Caller } from '#access';
import { BytesOf } from '#room';
import type { DeclarationView } from '../read-declarations/declaration-view.js';
import { AnswerDeclaration, type Answered } from './answer-declaration.service.js';
import { readAnswer } from './read-answer.js';
import { readWcoAnswer } from './read-wco-answer.js';

/** 201 for a new step, receipt or number, 200 for a repeat. */
@Controller('v1/declarations')
export class AnswerDeclarationController {
  constructor(private readonly declarations: AnswerDeclaration) {}

  @Post(':id/responses')
  @Allow('customs')
  async answer(
    @Param('id') id: string,
    @Body() body: unknown,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeclarationView> {
    return shown(await this.declarations.answer(id, readAnswer(body), caller), reply);
  }

  /** A WCO response, which says itself which declaration it answers. */
  @Post('responses')
  @Allow('customs')
  async take(
    @BytesOf('application/xml', 'text/xml') response: Buffer,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeclarationView> {
    const { declarationId, answer } = readWcoAnswer(response);
    return shown(await this.declarations.answer(declarationId, answer, caller), reply);
  }
}

function shown({ repeated, declaration }: Answered, reply: FastifyReply): DeclarationView {
  void reply.status(repeated ? 200 : 201);
  return declaration;
}
