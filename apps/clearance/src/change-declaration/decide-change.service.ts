import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import type { Caller } from '#access';
import { topics } from '#contracts';
import { RoomDatabase } from '#database';
import { instantOf } from '#domain';
import { Outbox } from '#messaging';
import { AnswerDeclaration, reasonsRequired, type Answered } from '../answer-declaration/answer-declaration.service.js';
import { isOwnAffair } from '../answer-declaration/answer.js';
import { refuseTimeToCome } from '../answer-declaration/time-of-customs.js';
import { messageOf } from '../lodge-declaration/declaration-step.js';
import type { Declaration } from '#domain';
import { declarationNotFound } from '../lodge-declaration/refusals.js';
import { refuseSecond } from '../lodge-declaration/refuse-second.js';
import { movedAway } from '../read-declarations/outdated.js';
import { findDeclaration, lockDeclaration, viewOf } from '../read-declarations/stored-declarations.js';
import { StoredRequest } from '../storage/declaration-request.entity.js';
import { StoredDeclaration } from '../storage/declaration.entity.js';
import { KeptRecord } from '../storage/kept-record.entity.js';
import type { Decision } from './declaration-request.js';
import { alreadyDecided } from './refusals.js';
import { findRequest } from './stored-requests.js';

@Injectable()
export class DecideChange {
  constructor(
    private readonly database: RoomDatabase,
    private readonly answers: AnswerDeclaration,
    private readonly outbox: Outbox,
  ) {}

  /** Customs grants a request or refuses it, once. The record is held before the declaration, in the order in which records change. */
  async decide(id: string, requestId: string, decision: Decision, { party }: Caller): Promise<Answered> {
    return this.database.asRoom(async (transaction) => {
      const found = await findDeclaration(transaction, id);
      if (found === null || isOwnAffair(found.status)) throw declarationNotFound();
      const record = await holdProposed(transaction, await findRequest(transaction, id, requestId));
      const stored = (await lockDeclaration(transaction, id)) as StoredDeclaration;
      const request = await findRequest(transaction, id, requestId);
      if (request.status === 'pending')
        return this.carryOut(transaction, stored, decided(request, decision, party), record);
      if (!saysTheSame(request, decision)) throw alreadyDecided(request);
      return { repeated: true, declaration: await viewOf(transaction, stored) };
    });
  }

  private async carryOut(
    transaction: EntityManager,
    stored: StoredDeclaration,
    request: Decided,
    record: KeptRecord | null,
  ): Promise<Answered> {
    await transaction.getRepository(StoredRequest).save(request);
    if (request.status === 'granted' && request.kind === 'cancellation')
      return this.cancel(transaction, stored, request);
    const isAmended = request.status === 'granted';
    const declaration = isAmended ? await amend(transaction, stored, request, record as KeptRecord) : stored;
    const { id: requestId, kind, reason, decidedBy: by, decidedAt: at, reasons } = request;
    const more = { request: { requestId, kind, reason }, ...(isAmended && { declaration: declaration.declaration }) };
    const topic = isAmended ? topics.declarationAmended : topics.requestRefused;
    await this.outbox.add(transaction, [messageOf(topic, declaration, { by, at, reasons }, more)]);
    return { repeated: false, declaration: await viewOf(transaction, declaration) };
  }

  private cancel(transaction: EntityManager, stored: StoredDeclaration, request: Decided): Promise<Answered> {
    const { decidedBy, decidedAt: at, reasons, reference } = request;
    const answer = { response: 'cancelled', at, reasons, ...(reference !== null && { reference }) } as const;
    return this.answers.take(transaction, stored, answer, decidedBy);
  }
}

/** The record that the proposed declaration is of; null for a cancellation. */
const holdProposed = (transaction: EntityManager, { proposed }: StoredRequest): Promise<KeptRecord | null> =>
  transaction.getRepository(KeptRecord).findOne({
    where: { oneDocumentId: proposed?.oneDocumentId ?? '' },
    lock: { mode: 'pessimistic_read' },
  });

type Decided = StoredRequest & {
  readonly status: Decision['decision'];
  readonly decidedBy: string;
  readonly decidedAt: string;
};

function decided(request: StoredRequest, { decision, reasons = [], at, reference }: Decision, by: string): Decided {
  if (decision === 'refused' && reasons.length === 0) throw reasonsRequired();
  refuseTimeToCome(at);
  return {
    ...request,
    status: decision,
    decidedBy: by,
    decidedAt: at ?? new Date().toISOString(),
    reasons: [...reasons],
    reference: reference ?? null,
  };
}

/** A time that the repeat leaves out or writes with another offset does not make it another decision. */
const saysTheSame = (
  { status, reference, decidedAt, reasons }: StoredRequest,
  { decision, reasons: said = [], at = decidedAt ?? undefined, reference: number }: Decision,
): boolean =>
  status === decision &&
  reference === (number ?? null) &&
  instantOf(decidedAt ?? undefined) === instantOf(at) &&
  isDeepStrictEqual(reasons, said);

/** The declaration stays where it stands with customs, under its id; what it said before stays on the request. */
async function amend(
  transaction: EntityManager,
  stored: StoredDeclaration,
  { proposed }: StoredRequest,
  { record, visibleTo }: KeptRecord,
): Promise<StoredDeclaration> {
  const declaration = proposed as Declaration;
  await refuseSecond(transaction, record, stored.type, stored.id);
  const { oneDocumentId, oneDocumentVersion, documentIds } = declaration;
  return transaction.getRepository(StoredDeclaration).save({
    ...stored,
    declaration,
    oneDocumentId,
    oneDocumentVersion,
    documentIds: [...documentIds],
    visibleTo,
    outdated: movedAway(declaration, record).length > 0,
    changedAt: new Date(),
  });
}
