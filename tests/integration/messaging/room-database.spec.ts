import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isRetryable, letViewersSee, openRoomDatabase, type RoomDatabase, VIEWER_PARTY } from '#database';
import { type FreshDatabase, freshDatabase } from '../../support/servers.js';

class CreateNotes1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE note (id bigserial PRIMARY KEY, party text NOT NULL, words text NOT NULL, at timestamptz NOT NULL DEFAULT '2026-11-04T11:00:00+08:00');
    `);
    await letViewersSee(runner, { note: `party = ${VIEWER_PARTY}` });
  }
  async down(): Promise<void> {}
}

describe("a room's database", () => {
  let database: FreshDatabase;
  let room: RoomDatabase;
  const open = (name: string, url = database.url): Promise<RoomDatabase> =>
    openRoomDatabase({ url, room: name, entities: [], migrations: [CreateNotes1700000000000], poolSize: 3 });
  const words = (rows: { words: string }[]): string[] => rows.map((row) => row.words);

  beforeAll(async () => {
    database = await freshDatabase();
    room = await open('gateway');
    await room.asRoom((transaction) =>
      transaction.query(`INSERT INTO note (party, words) VALUES ('0002187', '重庆'), ('SGLCMP', 'Lion')`),
    );
  });
  afterAll(async () => {
    await room.close();
    await database.drop();
  });

  it('shows the room every row, a viewer its own, and nobody else any', async () => {
    const select = 'SELECT words FROM note ORDER BY id';
    expect(words(await room.asRoom((transaction) => transaction.query(select)))).toEqual(['重庆', 'Lion']);
    expect(
      words(await room.asViewer({ party: '0002187', role: 'rail' }, (transaction) => transaction.query(select))),
    ).toEqual(['重庆']);
    expect(
      words(await room.asViewer({ party: 'NOBODY', role: 'port' }, (transaction) => transaction.query(select))),
    ).toEqual([]);
    await expect(
      room.asViewer({ party: '', role: 'port' }, (transaction) => transaction.query(select)),
    ).rejects.toThrow('A viewer has');
  });

  it('has what comes again prepared, and goes on by itself when a later version of the room has changed the table', async () => {
    const select = `SELECT * FROM note WHERE party = $1`;
    const read = () => room.asRoom((transaction) => transaction.query(select, ['SGLCMP']));
    for (let time = 0; time < 10; time += 1) expect(words(await read())).toEqual(['Lion']);
    const prepared = `SELECT count(*)::integer FROM pg_prepared_statements WHERE statement = $1`;
    expect(await room.dataSource.query(prepared, [select])).toEqual([{ count: 1 }]);
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    await owner.query('ALTER TABLE gateway.note ADD COLUMN later text');
    await owner.end();
    expect(isRetryable(await read().catch((error: unknown) => error))).toBe(true);
    expect(await read()).toMatchObject([{ words: 'Lion', later: null }]);
  });

  it('has its tables measured anew when they have doubled, or as an administrator has set it', async () => {
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    const settings = `SELECT reloptions FROM pg_class WHERE oid = 'gateway.note'::regclass`;
    expect((await owner.query(settings)).rows).toEqual([{ reloptions: ['autovacuum_analyze_scale_factor=1'] }]);
    await owner.query('ALTER TABLE gateway.note SET (autovacuum_analyze_scale_factor = 0.5)');
    await (await open('gateway')).close();
    expect((await owner.query(settings)).rows).toEqual([{ reloptions: ['autovacuum_analyze_scale_factor=0.5'] }]);
    await owner.end();
  });

  it('is closed by default: a viewer connection without settings sees nothing, also after another viewer used it', async () => {
    const client = new pg.Client({
      connectionString: database.url,
      options: '-c role=yidan_gateway_viewer -c search_path=gateway',
    });
    await client.connect();
    const count = 'SELECT count(*) FROM note';
    expect((await client.query(count)).rows).toEqual([{ count: '0' }]);
    await client.query(`BEGIN; SELECT set_config('yidan.party', 'SGLCMP', true)`);
    expect((await client.query(count)).rows).toEqual([{ count: '1' }]);
    await client.query('COMMIT');
    expect((await client.query(count)).rows).toEqual([{ count: '0' }]);
    await expect(client.query('DELETE FROM note')).rejects.toThrow('permission denied');
    await client.end();
  });

  it('lets a viewer read only', async () => {
    await expect(
      room.asViewer({ party: 'SGLCMP', role: 'rail' }, (transaction) => transaction.query(`DELETE FROM note`)),
    ).rejects.toThrow('read-only transaction');
  });

  it('gives the role no powers: no owner, no superuser, no login, no other schema', async () => {
    const other = await open('documents');
    await expect(other.asRoom((transaction) => transaction.query('SELECT * FROM gateway.note'))).rejects.toThrow(
      'permission denied',
    );
    await expect(other.asRoom((transaction) => transaction.query('CREATE TABLE documents.mine ()'))).rejects.toThrow(
      'permission denied',
    );
    const [role] = await other.asRoom((transaction) =>
      transaction.query(
        `SELECT current_user AS name, rolsuper, rolbypassrls, rolcanlogin FROM pg_roles WHERE rolname = current_user`,
      ),
    );
    expect(role).toEqual({ name: 'yidan_documents', rolsuper: false, rolbypassrls: false, rolcanlogin: false });
    await other.close();
  });

  it('reads times as Dates', async () => {
    const [row] = await room.asRoom((transaction) => transaction.query('SELECT at FROM note LIMIT 1'));
    expect(row.at).toEqual(new Date('2026-11-04T03:00:00Z'));
  });

  it('acts after the commit, and not after a rollback', async () => {
    const acts: string[] = [];
    await room.asRoom(async (transaction) => {
      await transaction.transaction(async (nested) => room.afterCommit(nested, () => acts.push('committed')));
      expect(acts).toEqual([]);
    });
    const failed = room.asRoom(async (transaction) => {
      room.afterCommit(transaction, () => acts.push('rolled back'));
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(acts).toEqual(['committed']);
  });

  it('hears notifications, also after its connection was lost', async () => {
    const heard: (string | undefined)[] = [];
    const until = async (length: number): Promise<void> => {
      while (heard.length < length) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    const listening = await room.listen('news', (payload) => heard.push(payload));
    await room.asRoom((transaction) => transaction.query(`SELECT pg_notify('news', 'first')`));
    await until(1);
    const admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()`,
    );
    await until(2);
    await admin.query(`SELECT pg_notify('news', 'second')`);
    await until(3);
    expect(heard).toEqual(['first', undefined, 'second']);
    await admin.end();
    await listening.close();
  });

  it('is opened by another try when the server does not hear the first', async () => {
    const url = new URL(database.url);
    const [host, port] = [url.hostname, Number(url.port)];
    let connections = 0;
    const deaf = createServer((near) => {
      connections += 1;
      if (connections === 1) near.resume();
      else near.pipe(connect(port, host)).pipe(near);
    }).listen(0, host);
    await once(deaf, 'listening');
    url.port = String((deaf.address() as AddressInfo).port);
    const opened = await open('tracking', url.href).finally(() => deaf.close());
    await opened.close();
  });

  it('may be opened by many at once, in several databases of one server', async () => {
    const second = await freshDatabase();
    const rooms = await Promise.all(
      ['tracking', 'tracking', 'clearance'].flatMap((name) => [open(name), open(name, second.url)]),
    );
    expect(rooms).toHaveLength(6);
    await Promise.all(rooms.map((each) => each.close()));
    await second.drop();
  });

  describe('with a user that is no superuser', () => {
    const name = `owner_${randomBytes(4).toString('hex')}`;
    let own: FreshDatabase;
    let url: string;
    const asAdmin = async (statement: string): Promise<void> => {
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      await client.query(statement);
      await client.end();
    };

    beforeAll(async () => {
      own = await freshDatabase();
      const target = new URL(own.url);
      await asAdmin(
        `CREATE ROLE ${name} LOGIN PASSWORD 'secret'; GRANT ALL ON DATABASE ${target.pathname.slice(1)} TO ${name}`,
      );
      target.username = name;
      target.password = 'secret';
      url = target.href;
    });
    afterAll(async () => {
      await own.drop();
      await asAdmin(`DROP ROLE IF EXISTS yidan_room_of_${name}; DROP ROLE ${name}`);
    });

    it('says what is missing when it may not create roles', async () => {
      await expect(open(`room_of_${name}`, url)).rejects.toThrow(
        /may not create the role yidan_room_of_.*Give it CREATEROLE/,
      );
    });

    it('is enough to own a room when it may', async () => {
      await asAdmin(`ALTER ROLE ${name} CREATEROLE; GRANT yidan_bus TO ${name} WITH ADMIN OPTION`);
      const owned = await open(`room_of_${name}`, url);
      await owned.asRoom((transaction) => transaction.query(`INSERT INTO note (party, words) VALUES ('A', 'B')`));
      expect(
        await owned.asViewer({ party: 'X', role: 'rail' }, (transaction) => transaction.query('SELECT * FROM note')),
      ).toEqual([]);
      await owned.close();
      await (await open(`room_of_${name}`, url)).close();
    });
  });
});
