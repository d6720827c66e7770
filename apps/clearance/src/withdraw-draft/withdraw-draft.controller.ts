import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allow, CallerOf, type Caller } from '#access';
import type { DeclarationView } from '../read-declarations/declaration-view.js';
import { WithdrawDraft } from './withdraw-draft.service.js';

@Controller('v1/declarations/:id/withdrawal')
export class WithdrawDraftController {
  constructor(private readonly drafts: WithdrawDraft) {}

  @Post()
  @HttpCode(200)
  @Allow('forwarder', 'broker')
  withdraw(@Param('id') id: string, @CallerOf() caller: Caller): Promise<DeclarationView> {
    return this.drafts.withdraw(id, caller);
  }
}
