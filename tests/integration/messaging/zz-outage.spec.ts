import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedPostgres } from '#database';
import { startKafka } from '../../../tooling/servers/kafka.js';
import { heardByKey, heardCount, message, openTestRoom, until, writeDown } from './test-room.js';
import { freshDatabase } from '../../support/servers.js';
import { createServer } from 'node:net';

const freePort = () => new Promise<number>((r) => { const s = createServer().listen(0, '127.0.0.1', () => { const p = (s.address() as any).port; s.close(() => r(p)); }); });
const range = (n: number) => Array.from({ length: n }, (_, i) => i);

it('kafka away and back', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'o-'));
  const port = await freePort();
  let kafka = await startKafka({ directory: dir, port });
  const db = await freshDatabase();
  const transport = { kind: 'kafka', brokers: kafka.brokers, topicPrefix: '' } as const;
  const receiver = await openTestRoom({ url: db.url, room: 'receiver', transport, act: writeDown });
  const sender = await openTestRoom({ url: db.url, room: 'sender', transport });
  await sender.say(message('k', '0'));
  await until(() => heardCount(receiver), (n) => n === 1);
  await kafka.stop();
  console.log('kafka down');
  for (const i of range(5)) { await sender.say(message('k', String(i + 1))); await pause(500); }
  await pause(6000);
  kafka = await startKafka({ directory: dir, port });
  console.log('kafka up');
  const t = Date.now();
  await until(() => heardCount(receiver), (n) => n === 6, 60000);
  console.log('caught up after', Date.now() - t);
  expect(await heardByKey(receiver)).toEqual({ k: range(6).map(String) });
  // stop with kafka down
  await kafka.stop();
  await sender.say(message('k', 'x'));
  const t2 = Date.now();
  await Promise.all([sender.close(), receiver.close()]);
  console.log('stopped in', Date.now() - t2);
  await db.drop();
  await rm(dir, { recursive: true, force: true });
}, 120000);

it('postgres away and back', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'o-'));
  await chmod(dir, 0o755);
  const port = await freePort();
  let pgs = await startEmbeddedPostgres({ directory: join(dir, 'pg'), port });
  const transport = { kind: 'postgres' } as const;
  const receiver = await openTestRoom({ url: pgs.url, room: 'receiver', transport, act: async (b, c) => { await pause(20); await writeDown(b, c); }, batchSize: 3 });
  const sender = await openTestRoom({ url: pgs.url, room: 'sender', transport });
  await sender.say(...range(60).map((i) => message('k', String(i))));
  await until(() => heardCount(receiver), (n) => n > 5);
  await pgs.stop();
  console.log('pg down');
  await pause(2000);
  pgs = await startEmbeddedPostgres({ directory: join(dir, 'pg'), port });
  const t = Date.now();
  await until(() => heardCount(receiver), (n) => n === 60, 60000);
  console.log('caught up after', Date.now() - t);
  expect(await heardByKey(receiver)).toEqual({ k: range(60).map(String) });
  expect(await receiver.parked.list()).toEqual([]);
  await sender.say(message('k', '60'));
  await until(() => heardCount(receiver), (n) => n === 61, 60000);
  await Promise.all([sender.close(), receiver.close()]);
  await pgs.stop();
}, 120000);
