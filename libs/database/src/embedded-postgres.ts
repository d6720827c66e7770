import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { findBinaries } from './embedded/binaries.js';
import { type Cluster, initialise, serverPid, startServer, stopServer } from './embedded/cluster.js';
import { isAlive, takeDirectory } from './embedded/directory-owner.js';
import { type ServerAccount, serverAccount, unreachableAncestor } from './embedded/server-account.js';

const USER = 'yidan';
const DATABASE = 'yidan';

export interface EmbeddedPostgres {
  /** The superuser's URL of the database `yidan`. */
  readonly url: string;
  /** The server's process; what it does for each connection are its children. */
  readonly pid: number;
  /** Fast shutdown; waits for it. The data stay. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Holds everything: `data/`, `password` (0600), `server.log`. Made if missing, in a directory that is there; lasts. */
  readonly directory: string;
  /** A free one if absent. */
  readonly port?: number;
  readonly log?: (line: string) => void;
}

/**
 * A real PostgreSQL from npm, listening on 127.0.0.1 only. A server that a killed process left running on the directory is stopped in
 * order and started anew. Throws one clear sentence when the directory is in use by another process, cannot be reached by the
 * server's account (as root, PostgreSQL runs as `postgres`), or holds another major version's data.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const directory = resolve(options.directory);
  const account = await serverAccount(options.log ?? ((line) => process.stderr.write(`${line}\n`)));
  await prepareDirectory(directory, account);
  const owner = await takeDirectory(directory);
  try {
    const cluster = { binaries: await findBinaries(account), account, dataDirectory: join(directory, 'data') };
    const password = await prepareData(cluster, directory);
    await stopServer(cluster);
    const port = await startServer(cluster, options.port);
    await createDatabase(connectionUrl(password, port, 'postgres'));
    const pid = (await serverPid(cluster)) as number;
    const release = stopWhenWeExit(pid);
    const stop = async (): Promise<void> => {
      release();
      await stopServer(cluster);
      await owner.release();
    };
    return { url: connectionUrl(password, port, DATABASE), pid, stop };
  } catch (error) {
    await owner.release();
    throw error;
  }
}

async function prepareDirectory(directory: string, account: ServerAccount | undefined): Promise<void> {
  await mkdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  if (account === undefined) return;
  const closed = await unreachableAncestor(directory, account);
  if (closed !== undefined) {
    throw new Error(
      `PostgreSQL runs as "${account.name}" when started by root, and that account may not enter ${closed}. ` +
        `Name a data directory elsewhere (for example under /var/lib/yidan), or allow it with: chmod o+x ${closed}\n` +
        `以 root 启动时，PostgreSQL 由账号“${account.name}”运行，该账号无法进入 ${closed}。请指定其他数据目录（例如 /var/lib/yidan 下），或执行：chmod o+x ${closed}`,
    );
  }
  await chown(directory, account.uid, account.gid);
  await chmod(directory, 0o700);
}

async function prepareData(cluster: Cluster, directory: string): Promise<string> {
  const version = await readFile(join(cluster.dataDirectory, 'PG_VERSION'), 'utf8').catch(() => undefined);
  const passwordFile = join(directory, 'password');
  if (version === undefined) {
    await writePassword(passwordFile, cluster.account);
    await initialise(cluster, USER, passwordFile);
  } else if (version.trim() !== cluster.binaries.majorVersion) {
    throw new Error(
      `${directory} holds data of PostgreSQL ${version.trim()}; this is ${cluster.binaries.majorVersion}. ` +
        'Move the data with pg_dump and pg_restore, or name another directory.\n' +
        `${directory} 中是 PostgreSQL ${version.trim()} 的数据，本程序为 ${cluster.binaries.majorVersion}。请用 pg_dump 和 pg_restore 迁移，或指定其他目录。`,
    );
  }
  return (await readFile(passwordFile, 'utf8')).trim();
}

async function writePassword(file: string, account: ServerAccount | undefined): Promise<void> {
  await writeFile(file, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  if (account) await chown(file, account.uid, account.gid);
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** A process that ends without `stop()` still asks the server to shut down (SIGINT is PostgreSQL's fast shutdown). */
function stopWhenWeExit(pid: number): () => void {
  const onExit = (): void => {
    if (isAlive(pid)) process.kill(pid, 'SIGINT');
  };
  process.once('exit', onExit);
  return () => void process.off('exit', onExit);
}

const connectionUrl = (password: string, port: number, database: string): string =>
  `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`;
