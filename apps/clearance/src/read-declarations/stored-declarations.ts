import type { EntityManager } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { requestsOf } from '../change-declaration/stored-requests.js';
import type { Caller } from '#access';
import { StoredStep } from '../storage/declaration-step.entity.js';
import { StoredDeclaration } from '../storage/declaration.entity.js';
import { KeptRecord } from '../storage/kept-record.entity.js';
import { declarationView, type DeclarationView } from './declaration-view.js';

/** The declaration with this id, if the transaction may see it. */
export const findDeclaration = async (transaction: EntityManager, id: string): Promise<StoredDeclaration | null> =>
  isUuid(id) ? transaction.getRepository(StoredDeclaration).findOneBy({ id }) : null;

/** The same, held against every other step until the end of the transaction. */
export const lockDeclaration = async (transaction: EntityManager, id: string): Promise<StoredDeclaration | null> =>
  isUuid(id)
    ? transaction.getRepository(StoredDeclaration).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
    : null;

/** Whether the caller made it: a broker by a mandate, a forwarder for itself. */
export const isOwn = ({ declarant, mandateId }: StoredDeclaration, { party, role }: Caller): boolean =>
  declarant === party && (mandateId !== null) === (role === 'broker');

/** Its steps, the oldest first. */
export const stepsOf = (transaction: EntityManager, declarationId: string): Promise<StoredStep[]> =>
  transaction.getRepository(StoredStep).find({ where: { declarationId }, order: { sequence: 'ASC' } });

/** The declaration in full, with what the transaction may see of its record as it is now. */
export async function viewOf(transaction: EntityManager, stored: StoredDeclaration): Promise<DeclarationView> {
  const kept = await transaction.getRepository(KeptRecord).findOneBy({ oneDocumentId: stored.oneDocumentId });
  const [steps, requests] = [await stepsOf(transaction, stored.id), await requestsOf(transaction, stored.id)];
  return declarationView(stored, steps, requests, kept);
}
