import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, CallerOf, type Caller } from '#access';
import { bodyReader, closed, INSTANT, text } from '#room';
import { REASONS } from '../answer-declaration/read-answer.js';
import type { DeclarationView } from '../read-declarations/declaration-view.js';
import { AskForChange, type ChangeOrder } from './ask-for-change.service.js';
import { DecideChange } from './decide-change.service.js';
import { DECISIONS, REQUEST_KINDS, type Decision, type RequestView } from './declaration-request.js';

const readOrder = bodyReader<ChangeOrder>(
  closed(
    { kind: { enum: REQUEST_KINDS }, reason: text(2000), customsOffice: { type: 'string', pattern: '^\\d{4}$' } },
    ['kind', 'reason'],
  ),
);

const readDecision = bodyReader<Decision>(
  closed({ decision: { enum: DECISIONS }, reasons: REASONS, at: INSTANT, reference: text() }, ['decision']),
);

@Controller('v1/declarations/:id/requests')
export class ChangeDeclarationController {
  constructor(
    private readonly asking: AskForChange,
    private readonly deciding: DecideChange,
  ) {}

  /** 201 for a new request, 200 for one that is pending already. */
  @Post()
  @Allow('forwarder', 'broker')
  async ask(
    @Param('id') id: string,
    @Body() body: unknown,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestView> {
    const { repeated, request } = await this.asking.ask(id, readOrder(body), caller);
    void reply.status(repeated ? 200 : 201);
    void reply.header('Location', `/v1/declarations/${id}/requests/${request.requestId}`);
    return request;
  }

  @Get(':requestId')
  read(
    @Param('id') id: string,
    @Param('requestId') requestId: string,
    @CallerOf() caller: Caller,
  ): Promise<RequestView> {
    return this.asking.read(id, requestId, caller);
  }

  /** 201 for the decision, 200 for its repeat. */
  @Post(':requestId/decision')
  @Allow('customs')
  async decide(
    @Param('id') id: string,
    @Param('requestId') requestId: string,
    @Body() body: unknown,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeclarationView> {
    const { repeated, declaration } = await this.deciding.decide(id, requestId, readDecision(body), caller);
    void reply.status(repeated ? 200 : 201);
    return declaration;
  }
}
