import { setTimeout as pause } from 'node:timers/promises';
import type { RoomDatabase } from '#database';
import type { Deliverer } from '../inbox/delivery.js';
import { PostgresConsumer } from './postgres-consumer.js';

const DOES_NOT_EXIST = Object.assign(new Error('database "yidan" does not exist'), { code: '3D000' });

describe('a consumer whose database is gone', () => {
  let tries = 0;
  let listens: () => void = () => undefined;
  const database = {
    dataSource: { query: () => Promise.resolve([]) },
    listen: (_: string, heard: () => void) => {
      listens = heard;
      return Promise.resolve({ close: () => Promise.resolve() });
    },
  } as unknown as RoomDatabase;
  const deliverer = {
    deliver: () => {
      tries += 1;
      return Promise.reject(DOES_NOT_EXIST);
    },
  } as unknown as Deliverer;
  const consumer = new PostgresConsumer(database, deliverer);

  afterAll(() => consumer.stop());

  it('tries ever less often, and at once when there is a connection again', async () => {
    await consumer.start(new Map([['documents.document.accepted.v1', () => Promise.resolve()]]));
    await pause(2_000);
    expect(tries).toBeGreaterThan(1);
    expect(tries).toBeLessThan(8);
    const before = tries;
    listens();
    await pause(0);
    expect(tries).toBeGreaterThan(before);
  });
});
