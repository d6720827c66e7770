import type { EntityManager } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { DeclarationStatus } from '../answer-declaration/answer.js';
import { StoredRequest } from '../storage/declaration-request.entity.js';
import { requestNotFound } from './refusals.js';

/** The request of this declaration with this id, if the transaction may see it. */
export async function findRequest(
  transaction: EntityManager,
  declarationId: string,
  id: string,
): Promise<StoredRequest> {
  const request = isUuid(id) ? await transaction.getRepository(StoredRequest).findOneBy({ id, declarationId }) : null;
  if (request === null) throw requestNotFound();
  return request;
}

/** The oldest first. */
export const requestsOf = (transaction: EntityManager, declarationId: string): Promise<StoredRequest[]> =>
  transaction.getRepository(StoredRequest).find({ where: { declarationId }, order: { id: 'ASC' } });

/** Customs has ended the declaration without a word on what was asked: a cancellation is granted by it, an amendment has nothing to amend any more. */
export async function settlePending(
  transaction: EntityManager,
  declarationId: string,
  { status, by, at }: { readonly status: DeclarationStatus; readonly by: string; readonly at: string },
): Promise<void> {
  const requests = transaction.getRepository(StoredRequest);
  const pending = { declarationId, status: 'pending' } as const;
  const decision = { decidedBy: by, decidedAt: at };
  if (status === 'cancelled')
    await requests.update({ ...pending, kind: 'cancellation' }, { status: 'granted', ...decision });
  await requests.update(pending, { status: 'lapsed', ...decision });
}
