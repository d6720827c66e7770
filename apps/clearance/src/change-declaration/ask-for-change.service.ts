import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Caller } from '#access';
import { topics } from '#contracts';
import { RoomDatabase } from '#database';
import { Outbox } from '#messaging';
import { isStanding } from '../answer-declaration/answer.js';
import { DeclarationRegister } from '../lodge-declaration/declaration-register.service.js';
import { messageOf } from '../lodge-declaration/declaration-step.js';
import type { Declaration } from '#domain';
import { refuseUnlessComplete, declarationNotFound } from '../lodge-declaration/refusals.js';
import { holdToDeclare } from '../lodge-declaration/hold-to-declare.js';
import { refuseSecond } from '../lodge-declaration/refuse-second.js';
import { changesBetween } from '../read-declarations/outdated.js';
import { findDeclaration, isOwn, lockDeclaration } from '../read-declarations/stored-declarations.js';
import { StoredRequest } from '../storage/declaration-request.entity.js';
import type { StoredDeclaration } from '../storage/declaration.entity.js';
import { latestRecordId } from '../storage/held-record.js';
import type { KeptRecord } from '../storage/kept-record.entity.js';
import { requestView, type RequestKind, type RequestView } from './declaration-request.js';
import { notWithCustoms, nothingToAmend } from './refusals.js';
import { findRequest } from './stored-requests.js';

/** What a declarant, or the forwarder that it declared for, asks for. */
export interface ChangeOrder {
  readonly kind: RequestKind;
  readonly reason: string;
  /** 关区代码: of an amendment, where another office is to be declared to. */
  readonly customsOffice?: string;
}

export interface AskedFor {
  /** The same is pending already; nothing was done now. */
  readonly repeated: boolean;
  readonly request: RequestView;
}

@Injectable()
export class AskForChange {
  constructor(
    private readonly database: RoomDatabase,
    private readonly register: DeclarationRegister,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Asks customs to amend a lodged declaration to what its record says now, or to cancel it. The declaration stays as it is until customs decides.
   * What its declarant asked before and customs has not decided is superseded.
   */
  async ask(id: string, order: ChangeOrder, caller: Caller): Promise<AskedFor> {
    return this.database.asRoom(async (transaction) => {
      const found = await findDeclaration(transaction, id);
      if (!found || !(isOwn(found, caller) || isItsPrincipal(found, caller))) throw declarationNotFound();
      const isBrokers = caller.role === 'broker';
      const kept = order.kind === 'amendment' || isBrokers ? await holdLatest(transaction, found, caller) : null;
      const stored = (await lockDeclaration(transaction, id)) as StoredDeclaration;
      if (!isStanding(stored.status)) throw notWithCustoms(stored);
      const proposed = kept && order.kind === 'amendment' ? await this.amended(transaction, stored, order, kept) : null;
      const request = newRequest(stored, order, proposed, caller.party);
      const pending = await transaction
        .getRepository(StoredRequest)
        .findOneBy({ declarationId: id, status: 'pending' });
      if (pending && asksTheSame(pending, request)) return { repeated: true, request: requestView(pending) };
      await this.enter(transaction, stored, request, pending);
      return { repeated: false, request: requestView(request) };
    });
  }

  async read(id: string, requestId: string, viewer: Caller): Promise<RequestView> {
    return this.database.asViewer(viewer, async (transaction) => {
      if ((await findDeclaration(transaction, id)) === null) throw declarationNotFound();
      return requestView(await findRequest(transaction, id, requestId));
    });
  }

  private async amended(
    transaction: EntityManager,
    stored: StoredDeclaration,
    { customsOffice }: ChangeOrder,
    { record }: KeptRecord,
  ): Promise<Declaration> {
    await refuseSecond(transaction, record, stored.type, stored.id);
    refuseUnlessComplete(record, stored.type);
    const asked = { ...stored.declaration, ...(customsOffice !== undefined && { customsOffice }) };
    const proposed = await this.register.proposed(transaction, asked, record);
    if (changesBetween(stored.declaration, proposed).length === 0) throw nothingToAmend(stored);
    return proposed;
  }

  private async enter(
    transaction: EntityManager,
    stored: StoredDeclaration,
    request: StoredRequest,
    pending: StoredRequest | null,
  ): Promise<void> {
    const requests = transaction.getRepository(StoredRequest);
    if (pending) await requests.update({ id: pending.id }, { status: 'superseded' });
    await requests.insert(request);
    const topic = request.kind === 'amendment' ? topics.amendmentRequested : topics.cancellationRequested;
    const { id: requestId, kind, reason, askedBy: by, askedAt } = request;
    const said = { by, at: askedAt.toISOString(), reasons: [] };
    await this.outbox.add(transaction, [messageOf(topic, stored, said, { request: { requestId, kind, reason } })]);
  }
}

/** For whom a broker declared. */
const isItsPrincipal = ({ principal }: StoredDeclaration, { party, role }: Caller): boolean =>
  principal === party && role !== 'broker';

/** A broker asks by the mandate that it declared by, as long as that holds; whoever else as a party to the record. One that was merged meanwhile is followed again. */
async function holdLatest(
  transaction: EntityManager,
  { oneDocumentId, type, principal }: Pick<StoredDeclaration, 'oneDocumentId' | 'type' | 'principal'>,
  caller: Caller,
): Promise<KeptRecord> {
  const latest = await latestRecordId(transaction, oneDocumentId);
  const isBrokers = caller.role === 'broker' && principal !== null;
  const { kept } = await holdToDeclare(
    transaction,
    { oneDocumentId: latest, type, ...(isBrokers && { principal }) },
    caller,
  );
  return kept.state === 'merged' ? holdLatest(transaction, { oneDocumentId: latest, type, principal }, caller) : kept;
}

const newRequest = (
  { id, declaration }: StoredDeclaration,
  { kind, reason }: ChangeOrder,
  proposed: Declaration | null,
  askedBy: string,
): StoredRequest => ({
  id: uuid(),
  declarationId: id,
  kind,
  status: 'pending',
  reason,
  askedBy,
  askedAt: new Date(),
  declared: declaration,
  proposed,
  decidedBy: null,
  decidedAt: null,
  reasons: [],
  reference: null,
});

const asksTheSame = (one: StoredRequest, other: StoredRequest): boolean =>
  one.kind === other.kind &&
  one.reason === other.reason &&
  (one.proposed === null || other.proposed === null || changesBetween(one.proposed, other.proposed).length === 0);
