import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isRetryable, type RoomDatabase } from '#database';
import type { Message } from '../message.js';
import type { BusObserver } from '../observer.js';
import { describeError } from './describe-error.js';
import { admit, handle, type Handler } from './inbox.js';
import { keep } from './parked.js';

/** Messages of one topic, in order, and how the transport keeps its place. */
export interface Delivery {
  readonly topic: string;
  readonly messages: readonly Message[];
  /** In the transaction that handles messages `from` up to `to`: moves past them. Throws `Superseded` when somebody else did already. */
  advance(transaction: EntityManager, from: number, to: number): Promise<void>;
  /** Aborted: no further try. The one in hand is finished. */
  readonly signal: AbortSignal;
}

/** Another process of the room has these messages in hand, or has handled them. */
export class Superseded extends Error {}

const TRANSIENT_PAUSE_MS = { shortest: 100, longest: 5_000 };
const DEFAULT_PAUSES_MS = [100, 300, 1_000, 2_000];

/**
 * Brings messages to their handler: the batch in one transaction; after a failure one message at a time, in order. A message that goes
 * on failing by itself is parked. What is not its fault (the database cannot be reached) is tried until it works or the signal comes.
 */
export class Deliverer {
  private readonly logger = new Logger(Deliverer.name);

  constructor(
    private readonly database: RoomDatabase,
    private readonly pausesMs: readonly number[] = DEFAULT_PAUSES_MS,
    private readonly observer?: BusObserver,
  ) {}

  /** Returns when every message is handled, parked or waiting. Throws `Superseded`, or the signal's reason. */
  async deliver(delivery: Delivery, handler: Handler): Promise<void> {
    const { length } = delivery.messages;
    if (length > 1 && (await this.deliverTogether(delivery, handler))) return;
    for (let index = 0; index < length; index += 1) await this.deliverOne(delivery, index, handler);
  }

  private async deliverTogether(delivery: Delivery, handler: Handler): Promise<boolean> {
    try {
      await this.handle(delivery, 0, delivery.messages.length, handler);
      return true;
    } catch (error) {
      if (mustEnd(error, delivery)) throw error;
      this.logger.warn(
        `${delivery.messages.length} messages of ${delivery.topic} fail together, now one by one: ${describeError(error)}`,
      );
      return false;
    }
  }

  private async deliverOne(delivery: Delivery, index: number, handler: Handler): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.handle(delivery, index, index + 1, handler);
      } catch (error) {
        if (mustEnd(error, delivery)) throw error;
        const wait = this.pausesMs[attempt - 1];
        if (wait === undefined) return this.park(delivery, index, error, attempt);
        await pause(wait, undefined, { signal: delivery.signal });
      }
    }
  }

  private handle(delivery: Delivery, from: number, to: number, handler: Handler): Promise<void> {
    const messages = delivery.messages.slice(from, to);
    const work = (): Promise<void> =>
      this.insist(delivery, async (transaction) => {
        await delivery.advance(transaction, from, to);
        await handle(transaction, delivery.topic, messages, handler);
      });
    return this.observer ? this.observer.around(delivery.topic, messages, work) : work();
  }

  private async park(delivery: Delivery, index: number, error: unknown, attempts: number): Promise<void> {
    const message = delivery.messages[index] as Message;
    this.logger.error(
      `Parked ${message.type} ${message.id} (key ${message.key}) after ${attempts} tries: ${describeError(error)}`,
    );
    await this.insist(delivery, async (transaction) => {
      await delivery.advance(transaction, index, index + 1);
      const fresh = await admit(transaction, delivery.topic, [message]);
      await keep(transaction, fresh, { state: 'parked', error: describeError(error), attempts });
    });
    this.observer?.parked(message);
  }

  private async insist(delivery: Delivery, work: (transaction: EntityManager) => Promise<void>): Promise<void> {
    for (let wait = TRANSIENT_PAUSE_MS.shortest; ; wait = Math.min(wait * 2, TRANSIENT_PAUSE_MS.longest)) {
      delivery.signal.throwIfAborted();
      try {
        return await this.database.asRoom(work);
      } catch (error) {
        if (!isRetryable(error)) throw error;
        this.logger.warn(`${delivery.topic} has to wait: ${describeError(error)}`);
        await pause(wait, undefined, { signal: delivery.signal });
      }
    }
  }
}

const mustEnd = (error: unknown, delivery: Delivery): boolean => error instanceof Superseded || delivery.signal.aborted;
