import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BatchContext } from '../batch.js';
import { isRetryable, type RoomDatabase } from '#database';
import type { Message } from '../message.js';
import type { BusObserver } from '../observer.js';
import { AWAY_MS, growing } from '../growing.js';
import { endsOf } from '../tables/lanes.js';
import type { Claim, Claimer } from './claim.js';
import { moveCursors } from './cursor.js';
import { describeError } from './describe-error.js';
import { heldKeys, keep } from './parked.js';

/** Does its work in the context's transaction; throws when it cannot. */
export type Handler = (messages: readonly Message[], context: BatchContext) => Promise<void>;

/** What is to be handled, and by whom. */
export interface Delivery {
  readonly topic: string;
  readonly claim: Claimer;
  readonly handler: Handler;
  /** Aborted: no further try. The one in hand is finished. */
  readonly signal: AbortSignal;
}

export interface DeliveryRules {
  /** Messages a handler gets at once. */
  readonly batchSize: number;
  /** Pauses between the tries of a message that fails by itself. */
  readonly pausesMs: readonly number[];
  readonly observer: BusObserver;
}

/** The handler failed on these. */
class Unhandled extends Error {
  constructor(
    readonly claim: Claim,
    override readonly cause: unknown,
  ) {
    super(describeError(cause));
  }

  get first(): Message {
    return this.claim.messages[0] as Message;
  }
}

/**
 * Brings messages to their handler: a batch in one transaction; after a failure one message at a time, in order. A message that goes
 * on failing by itself is parked. What is not its fault (the database cannot be reached) is tried until it works or the signal comes.
 */
export class Deliverer {
  private readonly logger = new Logger(Deliverer.name);

  constructor(
    private readonly database: RoomDatabase,
    private readonly rules: DeliveryRules,
  ) {}

  /** Returns when there is nothing more to claim: every message is handled, parked or waiting. Throws the signal's reason. */
  async deliver(delivery: Delivery): Promise<void> {
    for (;;) {
      const { isAll } = await this.together(delivery);
      if (isAll) return;
    }
  }

  private async together(delivery: Delivery): Promise<Claim> {
    try {
      return await this.handle(delivery, this.rules.batchSize);
    } catch (error) {
      if (!(error instanceof Unhandled)) throw error;
      const { length } = error.claim.messages;
      if (length > 1)
        this.logger.warn(`${length} messages of ${delivery.topic} fail together, now one by one: ${error.message}`);
      return this.oneByOne(delivery, length);
    }
  }

  private async oneByOne(delivery: Delivery, count: number): Promise<Claim> {
    let claim: Claim = { messages: [], isAll: false };
    for (let done = 0; done < count && !claim.isAll; done += 1) claim = await this.one(delivery);
    return claim;
  }

  private async one(delivery: Delivery): Promise<Claim> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.handle(delivery, 1);
      } catch (error) {
        if (!(error instanceof Unhandled)) throw error;
        const wait = this.rules.pausesMs[attempt - 1];
        if (wait === undefined) return this.park(delivery, error, attempt);
        await pause(wait, undefined, { signal: delivery.signal });
      }
    }
  }

  private handle(delivery: Delivery, limit: number): Promise<Claim> {
    return this.insist(delivery, async (transaction) => {
      const claim = await delivery.claim(transaction, limit);
      if (claim.messages.length === 0) return claim;
      await moveCursors(transaction, endsOf(claim.messages));
      const free = await this.setWaitingAside(transaction, delivery.topic, claim.messages);
      if (free.length > 0) await this.give(delivery, free, transaction).catch(failing(claim));
      return claim;
    });
  }

  /** What is behind a parked message of its key waits there. */
  private async setWaitingAside(
    transaction: EntityManager,
    topic: string,
    messages: readonly Message[],
  ): Promise<readonly Message[]> {
    const held = await heldKeys(transaction, topic, messages);
    if (held.size === 0) return messages;
    await keep(
      transaction,
      messages.filter(({ key }) => held.has(key)),
      { state: 'waiting' },
    );
    return messages.filter(({ key }) => !held.has(key));
  }

  private give({ topic, handler }: Delivery, messages: readonly Message[], transaction: EntityManager): Promise<void> {
    return this.rules.observer.around(topic, messages, () => handler(messages, { transaction, topic }));
  }

  private async park(delivery: Delivery, { first, message, cause }: Unhandled, attempts: number): Promise<Claim> {
    const claim = await this.insist(delivery, async (transaction) => {
      const again = await delivery.claim(transaction, 1);
      if (again.messages[0]?.id !== first.id) return { messages: [], isAll: again.isAll };
      await moveCursors(transaction, endsOf(again.messages));
      await keep(transaction, again.messages, { state: 'parked', error: describeError(cause), attempts });
      return again;
    });
    if (claim.messages.length === 0) return claim;
    this.logger.error(`Parked ${first.type} ${first.id} (key ${first.key}) after ${attempts} tries: ${message}`);
    this.rules.observer.parked(first);
    return claim;
  }

  /** What another program wrote on our topic has no place in a lane, and no handler could trust it: it is parked for people to see. */
  async parkForeign(messages: readonly Message[], delivery: Pick<Delivery, 'topic' | 'signal'>): Promise<void> {
    if (messages.length === 0) return;
    const error = 'It came without the envelope of this bus: no room said it.';
    await this.insist(delivery, (transaction) => keep(transaction, messages, { state: 'parked', error, attempts: 0 }));
    this.logger.error(`Parked ${messages.length} messages on ${delivery.topic}. ${error}`);
  }

  private async insist<Result>(
    { topic, signal }: Pick<Delivery, 'topic' | 'signal'>,
    work: (transaction: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    for (let failures = 1; ; failures += 1) {
      signal.throwIfAborted();
      try {
        return await this.database.asRoom(work);
      } catch (error) {
        if (!isRetryable(error)) throw error;
        this.logger.warn(`${topic} has to wait: ${describeError(error)}`);
        await pause(growing(AWAY_MS, failures), undefined, { signal });
      }
    }
  }
}

const failing = (claim: Claim) => (cause: unknown) => {
  throw new Unhandled(claim, cause);
};
