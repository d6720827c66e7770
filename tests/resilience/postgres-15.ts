import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, stopServer } from '../../libs/database/src/embedded/cluster.js';
import { serverAccount } from '../../libs/database/src/embedded/server-account.js';
import { installWithApt, isInApt, mayUseApt, updateApt } from '../../tooling/servers/apt.js';
import { tell } from './proof.js';

const PROGRAMS = '/usr/lib/postgresql/15/bin';
const PACKAGE = 'postgresql-15';

export interface OldPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** PostgreSQL 15 as Debian has it, installed with apt where we may. Undefined, and said so, where there is none. */
export async function startPostgres15(): Promise<OldPostgres | undefined> {
  if (!(await isThere())) {
    tell(`PostgreSQL 15 was not run: there is none in ${PROGRAMS}, and it cannot be installed here.`);
    return undefined;
  }
  const directory = mkdtempSync(join(tmpdir(), 'yidan-postgres-15-'));
  const account = await serverAccount(tell);
  if (account) chownSync(directory, account.uid, account.gid);
  chmodSync(directory, 0o700);
  const dataDirectory = join(directory, 'data');
  const { status, stderr } = spawnSync(
    join(PROGRAMS, 'initdb'),
    [`--pgdata=${dataDirectory}`, '--username=yidan', '--auth=trust', '--encoding=UTF8', '--locale=C'],
    { cwd: directory, ...(account && { uid: account.uid, gid: account.gid }), encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`initdb of PostgreSQL 15 failed: ${stderr}`);
  const binaries = { initdb: join(PROGRAMS, 'initdb'), pgCtl: join(PROGRAMS, 'pg_ctl'), majorVersion: '15' };
  const cluster = { binaries, account, dataDirectory };
  const port = await startServer(cluster, undefined);
  return {
    url: `postgresql://yidan@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await stopServer(cluster);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function isThere(): Promise<boolean> {
  if (existsSync(PROGRAMS)) return true;
  if (!mayUseApt()) return false;
  await updateApt();
  if (!(await isInApt(PACKAGE))) return false;
  tell(`Installing ${PACKAGE} with apt …`);
  await installWithApt([PACKAGE]);
  return existsSync(PROGRAMS);
}
