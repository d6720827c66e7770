import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import { DeclarationRegister } from '../lodge-declaration/declaration-register.service.js';
import { declarationNotFound, notADraft } from '../lodge-declaration/refusals.js';
import type { DeclarationView } from '../read-declarations/declaration-view.js';
import { lockDeclaration, viewOf } from '../read-declarations/stored-declarations.js';
import { StoredDeclaration } from '../storage/declaration.entity.js';

@Injectable()
export class WithdrawDraft {
  constructor(
    private readonly database: RoomDatabase,
    private readonly register: DeclarationRegister,
  ) {}

  /** Its declarant wants the draft no more. A repeat does nothing. What was lodged is customs' and stays. */
  async withdraw(id: string, { party }: Caller): Promise<DeclarationView> {
    return this.database.asRoom(async (transaction) => {
      const draft = await lockDeclaration(transaction, id);
      if (draft?.declarant !== party) throw declarationNotFound();
      if (draft.status === 'withdrawn') return viewOf(transaction, draft);
      if (draft.status !== 'drafted') throw notADraft(draft);
      return viewOf(transaction, await this.markWithdrawn(transaction, draft));
    });
  }

  private async markWithdrawn(transaction: EntityManager, draft: StoredDeclaration): Promise<StoredDeclaration> {
    const change = { status: 'withdrawn', changedAt: new Date() } as const;
    await transaction.getRepository(StoredDeclaration).update({ id: draft.id }, change);
    const declaration = { ...draft, ...change };
    const step = { status: change.status, by: draft.declarant, at: change.changedAt.toISOString(), reasons: [] };
    await this.register.takeSteps(transaction, [{ declaration, sequence: 2, step }]);
    return declaration;
  }
}
