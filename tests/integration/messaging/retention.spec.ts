import { type FreshDatabase, freshDatabase } from '../../support/servers.js';
import { heardCount, message, openTestRoom, type TestRoom, until, writeDown } from './test-room.js';

describe('the outbox over time', () => {
  let database: FreshDatabase;
  let open: TestRoom[];

  beforeEach(async () => {
    database = await freshDatabase();
    open = [];
  });
  afterEach(async () => {
    await Promise.all(open.map((room) => room.close()));
    await database.drop();
  });

  const HOUR_MS = 3_600_000;
  const start = async (room: string, hears: boolean): Promise<TestRoom> => {
    const retention = { hearersOf: () => ['receiver', 'second'], keepHours: 1, everyMs: HOUR_MS };
    const transport = { kind: 'postgres' } as const;
    const opened = await openTestRoom({
      url: database.url,
      room,
      transport,
      retention,
      ...(hears && { act: writeDown }),
    });
    open.push(opened);
    return opened;
  };
  const rows = async ({ database: { dataSource } }: TestRoom): Promise<number> =>
    Number((await dataSource.query('SELECT count(*) FROM outbox'))[0].count);
  const growOld = ({ database: { dataSource } }: TestRoom) =>
    dataSource.query(`UPDATE outbox SET said_at = said_at - interval '2 hours'`);
  const heard = (room: TestRoom, count: number) =>
    until(
      () => heardCount(room),
      (found) => found === count,
    );

  it('keeps what somebody has still to handle, and what is young; the rest goes', async () => {
    const sender = await start('sender', false);
    const clean = () => sender.retention?.clean();
    const first = await start('receiver', true);
    await sender.say(message('a', '1'), message('b', '2'));
    await heard(first, 2);
    await growOld(sender);
    expect(await clean()).toBe(0);
    const second = await start('second', true);
    await heard(second, 2);
    await sender.say(message('a', '3'));
    await heard(second, 3);
    await heard(first, 3);
    expect(await clean()).toBe(2);
    expect(await rows(sender)).toBe(1);
  });

  it('lets a room that comes later begin with what is still there', async () => {
    const sender = await start('sender', false);
    const listeners = [await start('receiver', true), await start('second', true)];
    await sender.say(message('a', '1'), message('b', '2'));
    for (const room of listeners) await heard(room, 2);
    await growOld(sender);
    expect(await sender.retention?.clean()).toBe(2);
    await sender.say(message('a', '3'));
    const late = await start('third', true);
    await heard(late, 1);
  });
});
