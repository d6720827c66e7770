import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openRoomDatabase, type RoomDatabase } from '#database';
import { CreateWriteProbe1764200000000 } from '../../../libs/room/src/health/write-probe.migration.js';
import { probeWriting } from '../../../libs/room/src/health/write-probe.js';
import { freshDatabase } from '../../support/servers.js';

const DISK_BYTES = 48_000_000;

/** A small disk, where the machine lets us make one: a tmpfs that belongs to the server's account. */
class SmallDisk {
  private constructor(readonly directory: string) {}

  static mount(owner: { uid: number; gid: number }): SmallDisk | undefined {
    const directory = mkdtempSync(join(tmpdir(), 'yidan-disk-'));
    const options = `size=${DISK_BYTES},uid=${owner.uid},gid=${owner.gid},mode=700`;
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', directory], { stdio: 'ignore' });
    if (status === 0) return new SmallDisk(directory);
    rmSync(directory, { recursive: true });
    return undefined;
  }

  /** Takes all that is free. */
  fill(): void {
    spawnSync('dd', ['if=/dev/zero', `of=${this.filling}`, 'bs=4096'], { stdio: 'ignore' });
  }

  free(): void {
    rmSync(this.filling);
  }

  unmount(): void {
    spawnSync('umount', ['-l', this.directory]);
    rmSync(this.directory, { recursive: true, force: true });
  }

  private get filling(): string {
    return join(this.directory, 'filling');
  }
}

const openRoom = (url: string): Promise<RoomDatabase> =>
  openRoomDatabase({ url, room: 'probed', entities: [], migrations: [CreateWriteProbe1764200000000], poolSize: 1 });

describe('a write that is tried', () => {
  it('tells a server that has become read-only, and one that is as it was again', async () => {
    const fresh = await freshDatabase();
    const database = await openRoom(fresh.url);
    try {
      await probeWriting(database);
      await database.dataSource.query('SET default_transaction_read_only = on');
      await expect(probeWriting(database)).rejects.toMatchObject({ code: '25006' });
      await database.dataSource.query('SET default_transaction_read_only = off');
      await probeWriting(database);
      expect(await database.dataSource.query('SELECT count(*)::int FROM write_probe')).toEqual([{ count: 1 }]);
    } finally {
      await database.close();
      await fresh.drop();
    }
  });

  it('tells a full disk, which a change that is rolled back does not', async () => {
    const fresh = await freshDatabase();
    const admin = new pg.Client({ connectionString: fresh.url });
    await admin.connect();
    const { rows } = await admin.query<{ data_directory: string }>('SHOW data_directory');
    const disk = SmallDisk.mount(statSync(rows[0]?.data_directory as string));
    if (disk === undefined) process.stderr.write('No small disk can be mounted here: the full disk is not tried.\n');
    else await onFullDisk(admin, fresh.url, disk).finally(() => disk.unmount());
    await admin.end();
    await fresh.drop();
  });

  async function onFullDisk(admin: pg.Client, url: string, disk: SmallDisk): Promise<void> {
    const name = `small_${process.pid}`;
    await admin.query(`CREATE TABLESPACE ${name} LOCATION '${disk.directory}'`);
    await admin.query(`CREATE DATABASE ${name} TABLESPACE ${name}`);
    const small = new URL(url);
    small.pathname = `/${name}`;
    const database = await openRoom(small.href);
    try {
      await probeWriting(database);
      disk.fill();
      await expect(probeWriting(database)).rejects.toMatchObject({ code: '53100' });
      await rolledBackChange(database);
      disk.free();
      await probeWriting(database);
    } finally {
      await database.close();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.query(`DROP TABLESPACE ${name}`);
    }
  }

  const rolledBackChange = (database: RoomDatabase) =>
    database
      .asRoom(async (transaction) => {
        await transaction.query(`UPDATE write_probe SET bytes = ''`);
        throw new Error('undone');
      })
      .catch((error: Error) => expect(error.message).toBe('undone'));
});
