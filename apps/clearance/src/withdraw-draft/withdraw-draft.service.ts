import { Injectable } from '@nestjs/common';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import { DeclarationRegister } from '../lodge-declaration/declaration-register.service.js';
import { declarationNotFound, notADraft } from '../lodge-declaration/refusals.js';
import type { DeclarationView } from '../read-declarations/declaration-view.js';
import { isOwn, lockDeclaration, viewOf } from '../read-declarations/stored-declarations.js';

@Injectable()
export class WithdrawDraft {
  constructor(
    private readonly database: RoomDatabase,
    private readonly register: DeclarationRegister,
  ) {}

  /** Its declarant wants the draft no more. A repeat does nothing. What was lodged is customs' and stays. */
  async withdraw(id: string, caller: Caller): Promise<DeclarationView> {
    return this.database.asRoom(async (transaction) => {
      const draft = await lockDeclaration(transaction, id);
      if (!draft || !isOwn(draft, caller)) throw declarationNotFound();
      if (draft.status === 'withdrawn') return viewOf(transaction, draft);
      if (draft.status !== 'drafted') throw notADraft(draft);
      return viewOf(transaction, await this.register.withdraw(transaction, draft, draft.declarant));
    });
  }
}
