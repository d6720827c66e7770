import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Message, MessagingOptions, OutgoingMessage } from '#messaging';
import { type FreshDatabase, freshDatabase, kafkaBrokers } from '../../support/servers.js';
import {
  type Act,
  heardByKey,
  heardCount,
  message,
  openTestRoom,
  type TestRoom,
  TOPIC,
  until,
  writeDown,
} from './test-room.js';

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const words = ({ data }: { data: Buffer }): string => data.toString('utf8');

describe.each(['postgres', 'kafka'] as const)('the bus over %s', (kind) => {
  let database: FreshDatabase;
  let transport: MessagingOptions['transport'];
  let open: TestRoom[];

  beforeAll(async () => {
    if (kind === 'kafka') await kafkaBrokers();
  });
  beforeEach(async () => {
    database = await freshDatabase();
    transport = kind === 'postgres' ? { kind } : await freshKafka();
    open = [];
  });
  afterEach(async () => {
    await Promise.all(open.map((room) => room.close()));
    await database.drop();
  });

  const freshKafka = async (): Promise<MessagingOptions['transport']> => ({
    kind: 'kafka',
    brokers: await kafkaBrokers(),
    topicPrefix: `test-${randomBytes(4).toString('hex')}.`,
    partitions: 3,
  });
  const start = async (
    room: string,
    act?: Act,
    options: { starts?: boolean; batchSize?: number } = {},
  ): Promise<TestRoom> => {
    const opened = await openTestRoom({ url: database.url, room, transport, ...(act && { act }), ...options });
    open.push(opened);
    return opened;
  };
  const stop = async (room: TestRoom): Promise<void> => {
    open = open.filter((other) => other !== room);
    await room.close();
  };
  const query = <Row>(room: TestRoom, sql: string): Promise<Row[]> => room.database.dataSource.query(sql);
  it('brings a message as it was said', async () => {
    const heard: Message[] = [];
    await start('receiver', async (batch) => void heard.push(...batch));
    const sender = await start('sender');
    const said: OutgoingMessage = {
      type: TOPIC,
      key: '0002187',
      contentType: 'application/octet-stream',
      attributes: { documentid: '00017', sender: '重庆山涧动力机械有限公司', note: 'груз "1.10"\\' },
      data: Buffer.from([0, 255, 254, 13, 10, 0xef, 0xbb, 0xbf]),
      time: '2026-11-04T11:00:00+08:00',
      traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    };
    await sender.say(said);
    const [message] = await until(
      () => heard,
      ({ length }) => length === 1,
    );
    expect(message).toMatchObject({
      ...said,
      source: 'sender',
      traceparent: expect.stringMatching(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01$/),
    });
    expect(message?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  it('keeps the order of each key, over batches and large messages', async () => {
    const receiver = await start('receiver', writeDown);
    const sender = await start('sender');
    const keys = ['a', 'b', '钦州', 'd', 'e'];
    for (const round of range(12)) {
      await sender.say(
        ...keys.flatMap((key) =>
          range(6).map((step) => message(key, `${round * 6 + step}`.padEnd(round === 5 ? 90_000 : 1))),
        ),
      );
    }
    await until(
      () => heardCount(receiver),
      (count) => count === 360,
    );
    const byKey = await heardByKey(receiver);
    for (const key of keys) expect(byKey[key]?.map((text) => Number(text.trim()))).toEqual(range(72));
  });

  it('commits effect, cursor and outbox together or not at all', async () => {
    let failures = 0;
    const receiver: TestRoom = await start('receiver', async (batch, context) => {
      await writeDown(batch, context);
      await receiver.outbox.add(
        context.transaction,
        batch.map(({ key }) => ({ ...message(key, 'answer'), type: 'receiver.thing.answered.v1' })),
      );
      failures += 1;
      if (failures < 3) throw new Error('not yet');
    });
    const sender = await start('sender');
    await sender.say(message('k', 'question'));
    await until(
      () => query(receiver, 'SELECT 1 FROM outbox'),
      (rows) => rows.length > 0,
    );
    expect(await heardByKey(receiver)).toEqual({ k: ['question'] });
    expect(await query(receiver, 'SELECT topic, key FROM outbox')).toEqual([
      { topic: 'receiver.thing.answered.v1', key: 'k' },
    ]);
  });

  describe('when a message cannot be handled', () => {
    const DECISION = { by: 'OPERATIONS', reason: 'The sender has mended it.' };
    let broken: Set<string>;
    let receiver: TestRoom;
    let sender: TestRoom;
    const fragile: Act = async (batch, context) => {
      const bad = batch.find((each) => broken.has(words(each)));
      if (bad) throw new Error(`cannot read ${words(bad)}`, { cause: new Error('wrong form') });
      await writeDown(batch, context);
    };

    beforeEach(async () => {
      broken = new Set(['a1']);
      receiver = await start('receiver', fragile);
      sender = await start('sender');
      await sender.say(...['a0', 'b0', 'a1', 'b1', 'a2', 'b2'].map((text) => message(text.slice(0, 1), text)));
      await until(
        () => receiver.parked.list(),
        ({ length }) => length === 2,
      );
      await sender.say(message('a', 'a3'), message('b', 'b3'));
      await until(
        () => receiver.parked.list(),
        ({ length }) => length === 3,
      );
      await until(
        () => heardByKey(receiver),
        (heard) => heard['b']?.length === 4,
      );
    });

    it('parks it, lets its key wait behind it and the others go on', async () => {
      expect(await heardByKey(receiver)).toEqual({ a: ['a0'], b: ['b0', 'b1', 'b2', 'b3'] });
      const parked = await receiver.parked.list();
      expect(parked.map(({ state, error, attempts, key }) => ({ state, error, attempts, key }))).toEqual([
        { state: 'parked', error: 'Error: cannot read a1; because Error: wrong form', attempts: 5, key: 'a' },
        { state: 'waiting', error: null, attempts: 0, key: 'a' },
        { state: 'waiting', error: null, attempts: 0, key: 'a' },
      ]);
    });

    it('handles it and what waits when it is replayed, and keeps it when it fails again', async () => {
      const [first] = await receiver.parked.list();
      const id = first?.messageId as string;
      expect(await receiver.parked.replay(id, DECISION)).toBe('failed-again');
      expect((await receiver.parked.list())[0]).toMatchObject({ messageId: id, attempts: 6 });
      broken.clear();
      expect(await receiver.parked.replay(id, DECISION)).toBe('settled');
      expect(await receiver.parked.list()).toEqual([]);
      await sender.say(message('a', 'a4'));
      const heard = await until(
        () => heardByKey(receiver),
        (all) => all['a']?.length === 5,
      );
      expect(heard['a']).toEqual(['a0', 'a1', 'a2', 'a3', 'a4']);
    });

    it('goes on without it when it is discarded', async () => {
      const [first] = await receiver.parked.list();
      expect(await receiver.parked.discard(first?.messageId as string, DECISION)).toBe('settled');
      expect((await heardByKey(receiver))['a']).toEqual(['a0', 'a2', 'a3']);
      expect(await query(receiver, 'SELECT key, decision, error, decided_by, reason FROM parked_decisions')).toEqual([
        {
          key: 'a',
          decision: 'discard',
          error: 'Error: cannot read a1; because Error: wrong form',
          decided_by: DECISION.by,
          reason: DECISION.reason,
        },
      ]);
    });
  });

  it('does not count a fault of the machine against the message', async () => {
    let faults = 0;
    const receiver = await start('receiver', async (batch, context) => {
      faults += 1;
      if (faults < 4) throw Object.assign(new Error('gone'), { code: '08006' });
      if (faults === 4) await context.transaction.query('SELECT pg_terminate_backend(pg_backend_pid())');
      await writeDown(batch, context);
    });
    const sender = await start('sender');
    await sender.say(message('k', '1'));
    await until(
      () => heardCount(receiver),
      (count) => count === 1,
    );
    expect(await receiver.parked.list()).toEqual([]);
    expect(faults).toBeGreaterThanOrEqual(5);
  });

  it('lets two instances of a room share the work, each message once and in order, while one of them comes and goes', async () => {
    const slow: Act = async (batch, context) => {
      await pause(15);
      await writeDown(batch, context);
    };
    const first = await start('receiver', slow, { batchSize: 10 });
    const second = await start('receiver', slow, { batchSize: 10 });
    const sender = await start('sender');
    const keys = range(6).map((number) => `k${number}`);
    await sender.say(...range(50).flatMap((number) => keys.map((key) => message(key, `${number}`))));
    await until(
      () => heardCount(first),
      (count) => count > 60,
    );
    await stop(second);
    await until(
      () => heardCount(first),
      (count) => count === 300,
    );
    const byKey = await heardByKey(first);
    for (const key of keys) expect(byKey[key]).toEqual(range(50).map(String));
  });

  it('brings after a restart what was committed when its sender died', async () => {
    const receiver = await start('receiver', writeDown);
    const dies = await start('sender', undefined, { starts: false });
    await dies.say(...range(3).map((number) => message('k', `${number}`)));
    await stop(dies);
    if (kind === 'kafka') expect(await heardCount(receiver)).toBe(0);
    await start('sender');
    const heard = await until(
      () => heardByKey(receiver),
      (all) => all['k']?.length === 3,
    );
    expect(heard).toEqual({ k: ['0', '1', '2'] });
  });

  it('numbers each lane without gaps, with two instances saying things and some of it rolled back', async () => {
    const instances = [await start('sender'), await start('sender')] as const;
    const refuse = (sender: TestRoom) =>
      sender.database.asRoom(async (transaction) => {
        sender.database.beforeCommit(transaction, async () => Promise.reject(new Error('rolled back')));
        await sender.outbox.add(transaction, [message('k1', 'never said')]);
      });
    await Promise.all(
      range(20).flatMap((round) => {
        const sender = instances[round % 2] as TestRoom;
        const refused = expect(refuse(sender)).rejects.toThrow('rolled back');
        return [sender.say(...range(60).map((number) => message(`k${number % 4}`, `${number}`))), refused];
      }),
    );
    const lanes = await query<{ said: number; first: number; last: number; counted: number; keys: string[] }>(
      instances[0],
      `SELECT count(*)::int AS said, min(number)::int AS first, max(number)::int AS last, max(lanes.last)::int AS counted,
         array_agg(DISTINCT key) AS keys
       FROM outbox JOIN lanes USING (topic, lane) GROUP BY topic, lane`,
    );
    for (const { said, first, last, counted } of lanes) expect([first, last, counted]).toEqual([1, said, said]);
    expect(lanes.flatMap(({ keys }) => keys).toSorted()).toEqual(['k0', 'k1', 'k2', 'k3']);
  });

  it('finishes the batch in hand when it is stopped, and takes nothing new', async () => {
    let begun = 0;
    let finished = 0;
    const slow: Act = async (batch, context) => {
      begun += 1;
      await pause(300);
      await writeDown(batch, context);
      finished += 1;
    };
    const receiver = await start('receiver', slow, { batchSize: 1 });
    const sender = await start('sender');
    await sender.say(...range(30).map((number) => message('k', `${number}`)));
    await until(
      () => begun,
      (count) => count > 0,
    );
    await stop(receiver);
    expect(finished).toBe(begun);
    expect(begun).toBeLessThan(30);
    const again = await start('receiver', writeDown);
    await until(
      () => heardCount(again),
      (count) => count === 30,
    );
    expect((await heardByKey(again))['k']).toEqual(range(30).map(String));
  });

  it('keeps what it cannot let out: too large, a wrong attribute, against its check', async () => {
    const sender = await start('sender');
    await expect(sender.say({ ...message('k', ''), data: Buffer.alloc(1_000_001) })).rejects.toThrow(
      'too large for the bus',
    );
    await expect(sender.say({ ...message('k', ''), attributes: { documentId: '1' } })).rejects.toThrow(
      '"documentId" is no attribute name',
    );
    await expect(sender.say({ ...message('k', ''), attributes: { id: '1' } })).rejects.toThrow(
      '"id" is no attribute name',
    );
    expect(await query(sender, 'SELECT 1 FROM outbox')).toEqual([]);
  });

  it('carries the largest message', async () => {
    const sizes: number[] = [];
    await start('receiver', async (batch) => void sizes.push(...batch.map(({ data }) => data.length)));
    const sender = await start('sender');
    await sender.say(...range(3).map(() => ({ ...message('k', ''), data: randomBytes(999_998) })));
    await until(
      () => sizes,
      ({ length }) => length === 3,
    );
    expect(sizes).toEqual([999_998, 999_998, 999_998]);
  });

  it('loses nothing when it moves to a broker that knows nothing', async () => {
    const sender = await start('sender');
    const receiver = await start('receiver', writeDown);
    await sender.say(message('k', '1'), message('k', '2'));
    await until(
      () => heardCount(receiver),
      (count) => count === 2,
    );
    await stop(receiver);
    await sender.say(message('k', '3'));
    await stop(sender);
    transport = await freshKafka();
    const moved = await start('receiver', writeDown);
    await start('sender');
    const heard = await until(
      () => heardByKey(moved),
      (all) => (all['k']?.length ?? 0) >= 3,
    );
    expect(heard).toEqual({ k: ['1', '2', '3'] });
  });
});
