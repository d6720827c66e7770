import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { isServerOf } from './embedded/directory-owner.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';

const run = promisify(execFile);

describe('the embedded PostgreSQL', () => {
  let root: string;
  let directory: string;
  let server: EmbeddedPostgres | undefined;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'yidan-postgres-'));
    if (process.getuid?.() === 0) await run('chmod', ['755', root]);
    directory = join(root, 'postgres');
    server = await startEmbeddedPostgres({ directory });
  });
  afterAll(async () => {
    await server?.stop();
    await rm(root, { recursive: true, force: true });
  });

  const query = async (sql: string): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: (server as EmbeddedPostgres).url });
    await client.connect();
    try {
      return (await client.query(sql)).rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  };
  const postmasterPid = async (): Promise<number> =>
    Number((await readFile(join(directory, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]);
  /** What SIGKILL leaves: the server running, and an owner that is no longer there. */
  const loseOwner = async (): Promise<void> => {
    process.removeAllListeners('exit');
    await writeFile(join(directory, 'owner'), '999999 0');
  };

  it('keeps UTF-8 in code point order, listens on 127.0.0.1 only and commits durably', async () => {
    expect(
      await query(`SELECT current_setting('server_encoding') AS encoding, current_setting('listen_addresses') AS listens,
        current_setting('synchronous_commit') AS commits, current_setting('fsync') AS syncs, lower('ЯЩИК') AS lower,
        (SELECT string_agg(name, '' ORDER BY name) FROM (VALUES ('b'), ('B'), ('钦'), ('a')) AS names (name)) AS sorted`),
    ).toEqual([{ encoding: 'UTF8', listens: '127.0.0.1', commits: 'on', syncs: 'on', lower: 'ящик', sorted: 'Bab钦' }]);
  });

  it('keeps the password readable to its owner only', async () => {
    expect((await stat(join(directory, 'password'))).mode & 0o777).toBe(0o600);
  });

  it('refuses a directory that another process, or this one, has in use', async () => {
    await expect(startEmbeddedPostgres({ directory })).rejects.toThrow(`in use by process ${process.pid}`);
  });

  it('keeps the data over a stop and a start', async () => {
    await query('CREATE TABLE kept (name text)');
    await query(`INSERT INTO kept VALUES ('重庆')`);
    await server?.stop();
    server = await startEmbeddedPostgres({ directory });
    expect(await query('SELECT name FROM kept')).toEqual([{ name: '重庆' }]);
  });

  it('stops a server that a killed process left running and starts anew', async () => {
    const orphan = await postmasterPid();
    await loseOwner();
    server = await startEmbeddedPostgres({ directory });
    expect(await isServerOf(orphan, join(directory, 'data'))).toBe(false);
    expect(await query('SELECT name FROM kept')).toEqual([{ name: '重庆' }]);
  });

  it('recovers when the server itself was killed while connections were open', async () => {
    const client = new pg.Client({ connectionString: (server as EmbeddedPostgres).url });
    client.on('error', () => undefined);
    await client.connect();
    const busy = client.query('SELECT pg_sleep(60)').catch(() => undefined);
    await pause(50);
    process.kill(await postmasterPid(), 'SIGKILL');
    await loseOwner();
    server = await startEmbeddedPostgres({ directory });
    await busy;
    expect(await query('SELECT name FROM kept')).toEqual([{ name: '重庆' }]);
  });

  it('ignores a pid file whose number is now another process', async () => {
    await server?.stop();
    await writeFile(join(directory, 'data', 'postmaster.pid'), `${process.pid}\n${join(directory, 'data')}\n`);
    server = await startEmbeddedPostgres({ directory });
    expect(await query('SELECT name FROM kept')).toEqual([{ name: '重庆' }]);
  });

  it('says which directory the account may not enter', async () => {
    if (process.getuid?.() !== 0) return console.info('skipped: only root runs the server under another account');
    const closed = join(root, 'closed');
    await run('mkdir', ['-m', '700', closed]);
    await expect(startEmbeddedPostgres({ directory: join(closed, 'postgres') })).rejects.toThrow(
      `may not enter ${closed}`,
    );
  });
});
