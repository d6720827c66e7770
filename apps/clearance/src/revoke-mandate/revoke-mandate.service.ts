import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import { mandateNotFound } from '../give-mandate/mandate-refusals.js';
import { MandateRegister } from '../give-mandate/mandate-register.service.js';
import { DeclarationRegister } from '../lodge-declaration/declaration-register.service.js';
import { StoredDeclaration } from '../storage/declaration.entity.js';
import { StoredMandate } from '../storage/mandate.entity.js';

@Injectable()
export class RevokeMandate {
  constructor(
    private readonly database: RoomDatabase,
    private readonly mandates: MandateRegister,
    private readonly declarations: DeclarationRegister,
  ) {}

  /** It holds no longer. A draft made by it would follow the record, and so is put aside; what was lodged stays. A repeat does nothing. */
  async revoke(id: string, reason: string, { party }: Caller): Promise<void> {
    if (!isUuid(id)) throw mandateNotFound();
    await this.database.asRoom(async (transaction) => {
      const mandate = await transaction
        .getRepository(StoredMandate)
        .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (mandate?.principal !== party) throw mandateNotFound();
      if (mandate.revokedAt !== null) return;
      await this.mandates.revoke(transaction, mandate, reason);
      const drafts = await transaction
        .getRepository(StoredDeclaration)
        .find({ where: { mandateId: id, status: 'drafted' }, lock: { mode: 'pessimistic_write' } });
      for (const draft of drafts) await this.declarations.withdraw(transaction, draft, party);
    });
  }
}
