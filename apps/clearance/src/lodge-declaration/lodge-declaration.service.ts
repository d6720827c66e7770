import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import type { Declaration, DeclarationType, OneDocument } from '#domain';
import type { DeclarationView } from '../read-declarations/declaration-view.js';
import { findDeclaration, isOwn, lockDeclaration, viewOf } from '../read-declarations/stored-declarations.js';
import { StoredDeclaration } from '../storage/declaration.entity.js';
import type { KeptRecord } from '../storage/kept-record.entity.js';
import { DeclarationRegister, type NewDeclaration } from './declaration-register.service.js';
import { holdToDeclare, type Held } from './hold-to-declare.js';
import { declarationNotFound, notADraft, refuseUnlessComplete } from './refusals.js';
import { refuseSecond } from './refuse-second.js';

/** What a forwarder or a broker asks for. */
export type LodgeOrder = Omit<NewDeclaration['head'], 'declarant'> & { readonly oneDocumentId: string };

@Injectable()
export class LodgeDeclaration {
  constructor(
    private readonly database: RoomDatabase,
    private readonly register: DeclarationRegister,
  ) {}

  /** Declares the record's current version, once; by the caller's draft, if there is one. Refuses a stranger, a second declaration and an incomplete record. */
  async lodge({ oneDocumentId, ...asked }: LodgeOrder, caller: Caller): Promise<DeclarationView> {
    return this.database.asRoom(async (transaction) => {
      const held = await holdToDeclare(transaction, { oneDocumentId, ...asked }, caller);
      const { kept, mandate } = held;
      const draft = await draftOf(transaction, held, asked.type, caller.party);
      if (draft) return this.lodgeHeld(transaction, kept, withOrder(draft, asked));
      await refuseUnlessDeclarable(transaction, kept.record, asked.type);
      const head = { ...asked, declarant: caller.party, ...(mandate && { principal: mandate.principal }) };
      const [entered] = await this.register.enter(transaction, [
        { kept, status: 'lodged', head, ...(mandate && { mandateId: mandate.id }) },
      ]);
      if (entered === undefined) await refuseSecond(transaction, kept.record, asked.type);
      return viewOf(transaction, entered as StoredDeclaration);
    });
  }

  /** Lodges a draft, built again from the record as it is now. The record is held before the draft, in the order in which records change. */
  async lodgeDraft(id: string, caller: Caller): Promise<DeclarationView> {
    return this.database.asRoom(async (transaction) => {
      const found = await findDeclaration(transaction, id);
      if (!found || !isOwn(found, caller)) throw declarationNotFound();
      const { oneDocumentId, type, principal } = found;
      const asked = { oneDocumentId, type, ...(principal !== null && { principal }) };
      const { kept } = await holdToDeclare(transaction, asked, caller);
      const draft = (await lockDeclaration(transaction, id)) as StoredDeclaration;
      if (draft.status !== 'drafted') throw notADraft(draft);
      return this.lodgeHeld(transaction, kept, draft);
    });
  }

  /** The record and the draft are both held. */
  private async lodgeHeld(
    transaction: EntityManager,
    { record }: KeptRecord,
    draft: StoredDeclaration,
  ): Promise<DeclarationView> {
    await refuseUnlessDeclarable(transaction, record, draft.type);
    const [declaration] = (await this.register.rebuild(transaction, [{ draft, record }])) as [Declaration];
    const lodged = await markLodged(transaction, draft, declaration);
    const step = { status: 'lodged', by: draft.declarant, at: lodged.changedAt.toISOString(), reasons: [] } as const;
    await this.register.takeSteps(transaction, [{ declaration: lodged, sequence: 2, step }]);
    return viewOf(transaction, lodged);
  }
}

const draftOf = (
  transaction: EntityManager,
  { kept: { oneDocumentId }, mandate }: Held,
  type: DeclarationType,
  declarant: string,
): Promise<StoredDeclaration | null> =>
  transaction.getRepository(StoredDeclaration).findOne({
    where: { oneDocumentId, type, declarant, status: 'drafted', mandateId: mandate ? mandate.id : IsNull() },
    lock: { mode: 'pessimistic_write' },
  });

/** The draft as the order asks for it now. */
const withOrder = (
  draft: StoredDeclaration,
  { customsOffice }: Omit<LodgeOrder, 'oneDocumentId'>,
): StoredDeclaration =>
  customsOffice === undefined ? draft : { ...draft, declaration: { ...draft.declaration, customsOffice } };

async function refuseUnlessDeclarable(
  transaction: EntityManager,
  record: OneDocument,
  type: DeclarationType,
): Promise<void> {
  await refuseSecond(transaction, record, type);
  refuseUnlessComplete(record, type);
}

async function markLodged(
  transaction: EntityManager,
  draft: StoredDeclaration,
  declaration: Declaration,
): Promise<StoredDeclaration> {
  const now = new Date();
  await transaction
    .getRepository(StoredDeclaration)
    .update({ id: draft.id }, { status: 'lodged', lodgedAt: now, changedAt: now });
  const { oneDocumentVersion, documentIds } = declaration;
  return {
    ...draft,
    status: 'lodged',
    lodgedAt: now,
    changedAt: now,
    declaration,
    oneDocumentVersion,
    documentIds: [...documentIds],
  };
}
