import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import { refuseUnlessOneConsignment } from '../lodge-declaration/refusals.js';
import { holdInstructions } from '../standing-instructions/hold-instructions.js';
import { holdRecordOf } from '../storage/held-record.js';
import { StoredMandate } from '../storage/mandate.entity.js';
import { ownMandate } from './mandate-refusals.js';
import { MandateRegister, type NewMandate } from './mandate-register.service.js';

export type MandateOrder = Omit<NewMandate, 'principal'>;

export interface GivenMandate {
  /** The same was given before and holds; nothing was done now. */
  readonly repeated: boolean;
  readonly id: string;
}

@Injectable()
export class GiveMandate {
  constructor(
    private readonly database: RoomDatabase,
    private readonly register: MandateRegister,
  ) {}

  async give(order: MandateOrder, { party: principal }: Caller): Promise<GivenMandate> {
    if (order.broker === principal) throw ownMandate();
    return this.database.asRoom(async (transaction) => {
      await holdInstructions(transaction);
      const { record } = await holdRecordOf(transaction, order.oneDocumentId, principal);
      refuseUnlessOneConsignment(record);
      const asked = { ...order, principal };
      const standing = await transaction.getRepository(StoredMandate).findOneBy({ ...asked, revokedAt: IsNull() });
      if (standing) return { repeated: true, id: standing.id };
      const [given] = (await this.register.give(transaction, [asked])) as [StoredMandate];
      return { repeated: false, id: given.id };
    });
  }
}
