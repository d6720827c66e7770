import { execFile } from 'node:child_process';
import { readFile, readlink, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Takes the directory for this process, so that a second Yidan does not stop the database under the first. A process id alone is not
 * enough: ids are used again, in containers at once; so the process's start is kept beside it.
 */
export async function takeDirectory(directory: string): Promise<{ release(): Promise<void> }> {
  const file = join(directory, 'owner');
  const mine = `${process.pid} ${await startOf(process.pid)}`;
  for (;;) {
    try {
      await writeFile(file, mine, { flag: 'wx' });
      return { release: () => rm(file, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const owner = await readFile(file, 'utf8').catch(() => '');
    if (await isRunning(owner)) {
      throw new Error(
        `The directory ${directory} is in use by process ${owner.split(' ')[0]}. Stop it first, or name another directory.\n` +
          `目录 ${directory} 正由进程 ${owner.split(' ')[0]} 使用。请先停止该进程，或指定其他目录。`,
      );
    }
    await rm(file, { force: true });
  }
}

async function isRunning(owner: string): Promise<boolean> {
  const pid = Number(owner.split(' ')[0]);
  return isAlive(pid) && owner === `${pid} ${await startOf(pid)}`;
}

export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * When the process began, in whatever form the system tells it; nothing for one that has ended and only waits for its parent (state Z).
 * Linux: fields 3 and 22 of /proc/<pid>/stat, counted after the name in brackets.
 */
async function startOf(pid: number): Promise<string> {
  try {
    const status = await readFile(`/proc/${pid}/stat`, 'utf8');
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? '' : (fields[19] ?? '');
  } catch {
    return run('ps', ['-o', 'lstart=', '-p', String(pid)]).then(
      ({ stdout }) => stdout.trim(),
      () => '',
    );
  }
}

/** Is the live process `pid` the PostgreSQL server of this data directory? A server works in its data directory. */
export async function isServerOf(pid: number, dataDirectory: string): Promise<boolean> {
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(dataDirectory));
  } catch {
    return run('ps', ['-o', 'command=', '-p', String(pid)]).then(
      ({ stdout }) => stdout.includes(dataDirectory),
      () => false,
    );
  }
}
