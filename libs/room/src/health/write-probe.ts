import type { RoomDatabase } from '#database';

const PROBE_BYTES = 16_384;

/**
 * Throws when the database does not take a write. TRUNCATE gives the table a new, empty file, so the row that follows has to be given
 * room on the disk: that fails on a full one, where a change of a row that has its place already would not. The commit
 * has to reach the log, and standbys if the server waits for them; that fails on a server that is read-only, and hangs where they hang.
 */
export async function probeWriting(database: RoomDatabase): Promise<void> {
  await database.asRoom(async (transaction) => {
    await transaction.query('TRUNCATE write_probe');
    await transaction.query('INSERT INTO write_probe (bytes) VALUES ($1)', [Buffer.alloc(PROBE_BYTES)]);
  });
}
