import { spawn } from 'node:child_process';
import { readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import { isAlive, isServerOf } from './directory-owner.js';
import { freePort } from './free-port.js';
import type { ServerAccount } from './server-account.js';

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  wal_compression: 'pglz',
  max_wal_size: '2GB',
  synchronous_commit: 'on',
  fsync: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
};

/** A PostgreSQL data directory and the programs to run it with. */
export interface Cluster {
  readonly binaries: Binaries;
  readonly account: ServerAccount | undefined;
  readonly dataDirectory: string;
}

/** Makes the data directory. What an interrupted attempt left is made anew: it only gets its name once complete. */
export async function initialise(cluster: Cluster, user: string, passwordFile: string): Promise<void> {
  const unfinished = `${cluster.dataDirectory}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await runProgram(cluster, cluster.binaries.initdb, [
    `--pgdata=${unfinished}`,
    `--username=${user}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]);
  await rename(unfinished, cluster.dataDirectory);
}

/**
 * Starts the server on the port, or on a free one. What a server killed a moment ago still holds (its shared memory, until its last
 * process has noticed) and a port lost to somebody else in between are worth another try.
 */
export async function startServer(cluster: Cluster, port: number | undefined): Promise<number> {
  const logFile = join(dirname(cluster.dataDirectory), 'server.log');
  await rename(logFile, `${logFile}.previous`).catch(() => undefined);
  for (let attempt = 1; ; attempt += 1) {
    const chosen = port ?? (await freePort());
    try {
      await runProgram(cluster, cluster.binaries.pgCtl, [
        'start',
        ...waiting(cluster, 120),
        '-l',
        logFile,
        '-o',
        flags(chosen),
      ]);
      return chosen;
    } catch (cause) {
      const log = await readFile(logFile, 'utf8').catch(() => '');
      const passing = /shared memory block|could not bind|could not create any TCP/.test(log);
      if (!passing || attempt === 5) throw new Error(`PostgreSQL did not start:\n${log.slice(-2000)}`, { cause });
      await rename(logFile, `${logFile}.previous`).catch(() => undefined);
      await pause(500 * attempt);
    }
  }
}

/** Fast shutdown; the immediate one when that takes over half a minute. Nothing to do when no server runs there. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const pid = await serverPid(cluster);
  if (pid === undefined) return;
  const stop = (mode: string, seconds: number): Promise<void> =>
    runProgram(cluster, cluster.binaries.pgCtl, ['stop', ...waiting(cluster, seconds), '-m', mode]);
  await stop('fast', 30).catch(async (error: unknown) => {
    if ((await serverPid(cluster)) !== undefined) await stop('immediate', 10);
    else if (isAlive(pid) && (await isServerOf(pid, cluster.dataDirectory))) throw error;
  });
}

/** The server that runs on this data directory. A pid file whose process is gone or somebody else's is removed. */
export async function serverPid(cluster: Cluster): Promise<number | undefined> {
  const file = join(cluster.dataDirectory, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const pid = Number(text.split('\n')[0]);
  if (isAlive(pid) && (await isServerOf(pid, cluster.dataDirectory))) return pid;
  await rm(file, { force: true });
  return undefined;
}

const waiting = (cluster: Cluster, seconds: number): string[] => [
  '-D',
  cluster.dataDirectory,
  '-w',
  '-t',
  String(seconds),
];

const flags = (port: number): string =>
  [`-p ${port}`, ...Object.entries(SETTINGS).map(([name, value]) => `-c ${name}='${value}'`)].join(' ');

/** Runs as the server's account, from a directory it can read, without the caller's PG* settings. */
function runProgram({ account, dataDirectory }: Cluster, program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: dirname(dataDirectory),
      env: { PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'], LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(account && { uid: account.uid, gid: account.gid }),
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      child.stderr.destroy();
      if (code === 0) resolve();
      else reject(new Error(`${program} ended with ${code ?? signal}: ${complaint.trim()}`));
    });
  });
}
