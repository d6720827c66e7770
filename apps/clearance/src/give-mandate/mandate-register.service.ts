import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { jsonMessage, topics, type MandateStep, type Topic } from '#contracts';
import { Outbox } from '#messaging';
import type { DeclarationType } from '#domain';
import { partiesTo } from '../storage/held-record.js';
import type { KeptRecord } from '../storage/kept-record.entity.js';
import { StoredMandate } from '../storage/mandate.entity.js';

export const MANDATE_TOPICS: readonly Topic[] = [topics.mandateGiven, topics.mandateRevoked];

export type NewMandate = Pick<StoredMandate, 'oneDocumentId' | 'type' | 'principal' | 'broker'>;

/** Every mandate, written with the event that tells of it, inside the caller's transaction. */
@Injectable()
export class MandateRegister {
  constructor(private readonly outbox: Outbox) {}

  async give(transaction: EntityManager, orders: readonly NewMandate[]): Promise<StoredMandate[]> {
    if (orders.length === 0) return [];
    const open = { givenAt: new Date(), revokedAt: null, revokedBecause: null };
    const given = orders.map((order) => ({ ...order, ...open, id: uuid() }));
    await transaction.getRepository(StoredMandate).insert(given);
    await this.outbox.add(
      transaction,
      given.map((mandate) => message(topics.mandateGiven, mandate, mandate.givenAt)),
    );
    return given;
  }

  async revoke(transaction: EntityManager, mandate: StoredMandate, because: string): Promise<void> {
    const revokedAt = new Date();
    await transaction.getRepository(StoredMandate).update({ id: mandate.id }, { revokedAt, revokedBecause: because });
    await this.outbox.add(transaction, [message(topics.mandateRevoked, mandate, revokedAt)]);
  }
}

function message(topic: Topic, { id, oneDocumentId, type, principal, broker }: StoredMandate, at: Date) {
  const step: MandateStep = { mandateId: id, oneDocumentId, type, principal, broker, at: at.toISOString() };
  return jsonMessage(topic, oneDocumentId, step);
}

/** The mandates by which a broker may declare a record, held against revocation until the end of the transaction. A principal has to be a party to it still. */
export const holdMandates = (
  transaction: EntityManager,
  kept: KeptRecord,
  type: DeclarationType,
  broker: string,
): Promise<StoredMandate[]> =>
  transaction.getRepository(StoredMandate).find({
    where: {
      oneDocumentId: kept.oneDocumentId,
      type,
      broker,
      principal: In(partiesTo(kept)),
      revokedAt: IsNull(),
    },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_read' },
  });

/** Which of these hold, held in the same way. */
export async function holdThoseInForce(transaction: EntityManager, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const held = await transaction
    .getRepository(StoredMandate)
    .find({ select: { id: true }, where: { id: In(ids), revokedAt: IsNull() }, lock: { mode: 'pessimistic_read' } });
  return new Set(held.map(({ id }) => id));
}
