import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The operating system account the server runs under. PostgreSQL refuses to run as root. */
export interface ServerAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Undefined: we are an ordinary user and the server runs as ourselves. As root: the account `postgres`, made if it is missing. */
export async function serverAccount(log: (line: string) => void): Promise<ServerAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  return (await lookUp('postgres')) ?? (await create('postgres', log));
}

async function lookUp(name: string): Promise<ServerAccount | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function create(name: string, log: (line: string) => void): Promise<ServerAccount> {
  log(`PostgreSQL does not run as root: making the system account "${name}" for it.`);
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]);
  } catch (cause) {
    throw new Error(
      `PostgreSQL does not run as root, and the account "${name}" could not be made. Make it, or start as an ordinary user.\n` +
        `PostgreSQL 不以 root 运行，且无法创建账号“${name}”。请创建该账号，或以普通用户启动。`,
      { cause },
    );
  }
  const account = await lookUp(name);
  if (account === undefined) throw new Error(`The account "${name}" was made but cannot be found.`);
  return account;
}

/** The nearest-to-root directory on the way to `path` that the account cannot pass through; undefined when it can reach `path`. */
export async function unreachableAncestor(path: string, account: ServerAccount): Promise<string | undefined> {
  const parent = dirname(path);
  if (parent === path) return undefined;
  return (await unreachableAncestor(parent, account)) ?? ((await mayPass(parent, account)) ? undefined : parent);
}

async function mayPass(directory: string, account: ServerAccount): Promise<boolean> {
  const { mode, uid, gid } = await stat(directory);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
