import { Controller, Inject, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, Payload } from '@nestjs/microservices';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openRoomDatabase, type RoomDatabase } from '#database';
import {
  type BatchContext,
  busMigrations,
  connectBus,
  Hears,
  type Message,
  type Messaging,
  type MessagingOptions,
  openMessaging,
  type OutgoingMessage,
} from '#messaging';

export const TOPIC = 'sender.thing.said.v1';

/** What a test wants done with a batch, in the place of a room's handler. */
export type Act = (batch: readonly Message[], context: BatchContext) => Promise<void>;

class CreateHeard1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE heard (place bigserial PRIMARY KEY, key text NOT NULL, words text NOT NULL)');
  }
  async down(): Promise<void> {}
}

@Controller()
class Listener {
  constructor(@Inject('act') private readonly act: Act) {}

  @Hears(TOPIC)
  heard(@Payload() batch: readonly Message[], @Ctx() context: BatchContext): Promise<void> {
    return this.act(batch, context);
  }
}

/** A room with a bus; it hears `TOPIC` when it is given something to do with it. */
export interface TestRoom extends Messaging {
  readonly database: RoomDatabase;
  say(...messages: readonly OutgoingMessage[]): Promise<void>;
  close(): Promise<void>;
}

export interface TestRoomOptions extends MessagingOptions {
  readonly url: string;
  readonly act?: Act;
  /** False: it writes its outbox and dies before it publishes. */
  readonly starts?: boolean;
}

export async function openTestRoom({ url, act, starts = true, ...options }: TestRoomOptions): Promise<TestRoom> {
  const migrations = [...busMigrations, CreateHeard1700000000001];
  const database = await openRoomDatabase({ url, room: options.room, entities: [], migrations, poolSize: 5 });
  const messaging = openMessaging(database, { retryPausesMs: [20, 20, 20, 20], ...options });
  const app = await createApp(act);
  connectBus(app, messaging.strategy);
  await app.init();
  if (starts) await app.startAllMicroservices();
  return {
    ...messaging,
    database,
    say: (...messages) => database.asRoom((transaction) => messaging.outbox.add(transaction, messages)),
    close: async () => {
      if (starts) await app.close();
      await database.close();
    },
  };
}

function createApp(act: Act | undefined) {
  @Module(act ? { controllers: [Listener], providers: [{ provide: 'act', useValue: act }] } : {})
  class TestModule {}
  return NestFactory.create(TestModule, new FastifyAdapter(), { logger: false });
}

/** The ordinary handler: writes down what it hears, in the order it hears it. */
export const writeDown: Act = async (batch, { transaction }) => {
  await transaction.query('INSERT INTO heard (key, words) SELECT * FROM unnest($1::text[], $2::text[])', [
    batch.map(({ key }) => key),
    batch.map(({ data }) => data.toString('utf8')),
  ]);
};

export const message = (key: string, words: string): OutgoingMessage => ({
  type: TOPIC,
  key,
  contentType: 'text/plain; charset=utf-8',
  data: Buffer.from(words),
});

/** What was written down, by key. */
export async function heardByKey({ database }: TestRoom): Promise<Record<string, string[]>> {
  const rows = await database.dataSource.query<
    {
      key: string;
      words: string;
    }[]
  >('SELECT key, words FROM heard ORDER BY place');
  const byKey: Record<string, string[]> = {};
  for (const { key, words } of rows) (byKey[key] ??= []).push(words);
  return byKey;
}

export async function heardCount({ database }: TestRoom): Promise<number> {
  const [row] = await database.dataSource.query<{ count: string }[]>('SELECT count(*) FROM heard');
  return Number(row?.count);
}

/** Long enough for a slow machine, and more than the ten seconds after which a room looks for what Kafka does not bring. */
const PATIENCE_MS = 45_000;

/** Waits until it holds; fails with what was seen last. */
export async function until<Value>(
  read: () => Promise<Value> | Value,
  holds: (value: Value) => boolean,
): Promise<Value> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > end)
      throw new Error(`It did not happen within ${PATIENCE_MS} ms; last seen: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
