import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { openRoomDatabase, startEmbeddedPostgres, type RoomDatabase } from '#database';
import { Outbox, type OutgoingMessage } from '#messaging';
import { clearance } from '../clearance.room.js';

/** The room's tables on a PostgreSQL of their own. */
export interface ClearanceDatabase {
  readonly database: RoomDatabase;
  /** The server goes too. */
  close(): Promise<void>;
}

export async function openClearanceDatabase(): Promise<ClearanceDatabase> {
  const directory = mkdtempSync(join(tmpdir(), 'yidan-clearance-'));
  if (process.getuid?.() === 0) execFileSync('chmod', ['755', directory]);
  const server = await startEmbeddedPostgres({ directory: join(directory, 'postgres') });
  const { entities, migrations } = clearance;
  const database = await openRoomDatabase({ url: server.url, room: 'clearance', entities, migrations }).catch(
    async (error: unknown) => {
      await server.stop();
      throw error;
    },
  );
  return {
    database,
    close: async () => {
      await database.close();
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Keeps what the room says. */
export class HeardOutbox extends Outbox {
  readonly said: OutgoingMessage[] = [];

  async add(_transaction: EntityManager, messages: readonly OutgoingMessage[]): Promise<void> {
    this.said.push(...messages);
  }
}
