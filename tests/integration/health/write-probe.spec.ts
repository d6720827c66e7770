import { openRoomDatabase, type RoomDatabase } from '#database';
import { CreateWriteProbe1764200000000 } from '../../../libs/room/src/health/write-probe.migration.js';
import { probeWriting } from '../../../libs/room/src/health/write-probe.js';
import { freshDatabase } from '../../support/servers.js';
import { openSmallDatabase, type SmallDatabase } from '../../support/small-database.js';

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
    const small = await openSmallDatabase();
    if (small === undefined) return;
    await onFullDisk(small).finally(() => small.drop());
  });

  async function onFullDisk({ url, fill, free }: SmallDatabase): Promise<void> {
    const database = await openRoom(url);
    try {
      await probeWriting(database);
      fill();
      await expect(probeWriting(database)).rejects.toMatchObject({ code: '53100' });
      await rolledBackChange(database);
      free();
      await probeWriting(database);
    } finally {
      await database.close();
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
