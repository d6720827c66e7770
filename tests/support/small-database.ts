import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type FreshDatabase, startOurPostgres } from './servers.js';

const DISK_BYTES = 48_000_000;

/** A database on a small disk of its own, of a server of its own: while the disk is full nobody gets a checkpoint there. */
export interface SmallDatabase extends FreshDatabase {
  /** Takes all that is free on the disk. */
  readonly fill: () => void;
  readonly free: () => void;
}

/** Undefined, and said so, where the machine does not let us make a small disk (a tmpfs that belongs to the server's account). */
export async function openSmallDatabase(): Promise<SmallDatabase | undefined> {
  const server = await startOurPostgres();
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  const { rows } = await admin.query<{ data_directory: string }>('SHOW data_directory');
  const directory = mountDisk(statSync(rows[0]?.data_directory as string));
  if (directory === undefined) {
    process.stderr.write('No small disk can be mounted here: the full disk is not tried.\n');
    await admin.end();
    return undefined;
  }
  const url = await createDatabaseOn(directory, admin, server);
  const filling = join(directory, 'filling');
  return {
    url: url.href,
    fill: () => void spawnSync('dd', ['if=/dev/zero', `of=${filling}`, 'bs=4096'], { stdio: 'ignore' }),
    free: () => rmSync(filling),
    drop: async () => {
      const name = url.pathname.slice(1);
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.query(`DROP TABLESPACE ${name}`);
      await admin.end();
      spawnSync('umount', ['-l', directory]);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function mountDisk(owner: { uid: number; gid: number }): string | undefined {
  const directory = mkdtempSync(join(tmpdir(), 'yidan-disk-'));
  const options = `size=${DISK_BYTES},uid=${owner.uid},gid=${owner.gid},mode=700`;
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', directory], { stdio: 'ignore' });
  if (status === 0) return directory;
  rmSync(directory, { recursive: true });
  return undefined;
}

async function createDatabaseOn(directory: string, admin: pg.Client, beside: string): Promise<URL> {
  const name = `small_${process.pid}`;
  await admin.query(`CREATE TABLESPACE ${name} LOCATION '${directory}'`);
  await admin.query(`CREATE DATABASE ${name} TABLESPACE ${name}`);
  const url = new URL(beside);
  url.pathname = `/${name}`;
  return url;
}
