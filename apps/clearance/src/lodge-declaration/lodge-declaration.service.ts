import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import type { OneDocument } from '#domain';
import { noMandate, principalUnclear } from '../give-mandate/mandate-refusals.js';
import { holdMandates } from '../give-mandate/mandate-register.service.js';
import type { DeclarationView } from '../read-declarations/declaration-view.js';
import { findDeclaration, isOwn, lockDeclaration, viewOf } from '../read-declarations/stored-declarations.js';
import { StoredDeclaration } from '../storage/declaration.entity.js';
import { holdRecord, holdRecordOf } from '../storage/held-record.js';
import type { KeptRecord } from '../storage/kept-record.entity.js';
import type { StoredMandate } from '../storage/mandate.entity.js';
import { documentIdsOf } from './build-declaration.js';
import { DeclarationRegister, type NewDeclaration } from './declaration-register.service.js';
import type { Declaration, DeclarationType } from './declaration.js';
import { alreadyLodged, declarationNotFound, notADraft, refuseUnlessComplete } from './refusals.js';

/** What a forwarder or a broker asks for. */
export type LodgeOrder = Omit<NewDeclaration['head'], 'declarant'> & { readonly oneDocumentId: string };

/** The record, and the mandate if a broker declares. */
interface Held {
  readonly kept: KeptRecord;
  readonly mandate?: StoredMandate;
}

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

/** A forwarder declares for itself, as a party to the record; a broker by the mandate of one, that of the principal it names if it holds several. */
async function holdToDeclare(
  transaction: EntityManager,
  { oneDocumentId, type, principal }: Pick<LodgeOrder, 'oneDocumentId' | 'type' | 'principal'>,
  { party, role }: Caller,
): Promise<Held> {
  if (role !== 'broker' && principal === undefined)
    return { kept: await holdRecordOf(transaction, oneDocumentId, party) };
  const kept = role === 'broker' ? await holdRecord(transaction, oneDocumentId) : null;
  const mandates = kept ? await holdMandates(transaction, kept, type, party) : [];
  const fitting = mandates.filter((mandate) => principal === undefined || mandate.principal === principal);
  const [mandate] = fitting;
  if (!kept || !mandate) throw noMandate(type);
  const principals = [...new Set(fitting.map((one) => one.principal))];
  if (principals.length > 1) throw principalUnclear(principals);
  return { kept, mandate };
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

/** What is lodged for the same record, or rests on one of its documents (they came from a record that was merged). Drafts stand in nobody's way. */
async function refuseSecond(transaction: EntityManager, record: OneDocument, type: DeclarationType): Promise<void> {
  const standing = await transaction
    .createQueryBuilder(StoredDeclaration, 'standing')
    .where(`standing.type = :type AND standing.status NOT IN ('drafted', 'withdrawn', 'rejected')`, { type })
    .andWhere(`(standing.oneDocumentId = :id OR standing.documentIds && :documents)`, {
      id: record.id,
      documents: documentIdsOf(record),
    })
    .getOne();
  if (standing) throw alreadyLodged(standing);
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
