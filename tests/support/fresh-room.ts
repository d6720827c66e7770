import pg from 'pg';
import { openRoomDatabase, type RoomDatabase } from '#database';
import { busMigrations } from '#messaging';
import type { Room } from '#room';
import { freshDatabase } from './servers.js';

/** A room's tables in a database of its own, without the room's servers. */
export interface FreshRoom {
  readonly database: RoomDatabase;
  /** Lets the planner know what was filled in. */
  analyse(): Promise<void>;
  /** The database goes too. */
  drop(): Promise<void>;
}

export async function openFreshRoom({ name, entities, migrations }: Room): Promise<FreshRoom> {
  const server = await freshDatabase();
  const database = await openRoomDatabase({
    url: server.url,
    room: name,
    entities,
    migrations: [...busMigrations, ...migrations],
  });
  return {
    database,
    analyse: () => analyse(server.url),
    drop: async () => {
      await database.close();
      await server.drop();
    },
  };
}

/** As the owner of all tables. */
async function analyse(url: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query('ANALYZE');
  await owner.end();
}
