import pg from 'pg';
import {
  DataSource,
  type DataSourceOptions,
  type EntitySchema,
  type EntityTarget,
  type MigrationInterface,
} from 'typeorm';
import { isRetryable } from './retryable.js';
import { RoomClient } from './room-client.js';
import {
  ANSWER_TIMEOUT_MS,
  CONNECTION_TIMEOUT_MS,
  KEPT_IDLE_MS,
  ROOM_LIMITS,
  VIEWER_LIMITS,
  withSettings,
} from './room-connection.js';
import { RoomDatabase } from './room-database.js';
import { assertRoomName, measureSeldom, prepareSchema, roleOf, viewerRoleOf, whilePreparing } from './room-schema.js';

export interface RoomDatabaseOptions {
  /** `postgresql://user:password@host:port/database`. That user owns the tables; it may create roles, or an administrator has made them. */
  readonly url: string;
  /** Also its schema, and with `yidan_` before it its role. */
  readonly room: string;
  readonly entities: readonly EntityTarget<object>[];
  /** With `busMigrations` of `#messaging`, if the room has a bus. Run in the order of their timestamps, each in a transaction, with the room's schema as search path. */
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Connections of the room, and as many again for viewers; 10 if absent. */
  readonly poolSize?: number;
}

const TRIES = 3;

/**
 * Prepares the room's role, schema and tables with the URL's user, then opens it with the room's own role. Several processes may do so
 * at once. A server that is busy, or that a busy process did not hear in time, is asked again. Throws with what to do when the user may not create the roles.
 */
export async function openRoomDatabase(options: RoomDatabaseOptions): Promise<RoomDatabase> {
  assertRoomName(options.room);
  for (let tries = 1; ; tries += 1) {
    try {
      return await prepareAndOpen(options);
    } catch (error) {
      if (tries === TRIES || !isRetryable(error)) throw error;
    }
  }
}

async function prepareAndOpen(options: RoomDatabaseOptions): Promise<RoomDatabase> {
  await prepare(options);
  const as = (role: string) => ({ role, search_path: options.room });
  const roomUrl = withSettings(options.url, { ...as(roleOf(options.room)), ...ROOM_LIMITS });
  const viewerUrl = withSettings(options.url, { ...as(viewerRoleOf(options.room)), ...VIEWER_LIMITS });
  const room = pool(options, roomUrl, options.room);
  const viewers = pool(options, viewerUrl, `${options.room} viewer`);
  await room.initialize();
  try {
    await viewers.initialize();
  } catch (error) {
    await room.destroy();
    throw error;
  }
  return new RoomDatabase(options.room, room, viewers, roomUrl);
}

async function prepare(options: RoomDatabaseOptions): Promise<void> {
  const client = await connect(options.url);
  try {
    await whilePreparing(client, async () => {
      await prepareSchema(client, options.room);
      await migrate(options);
      await measureSeldom(client, options.room);
    });
  } finally {
    await client.end();
  }
}

/** The first connection: what keeps it from being made is where the database is, and not what is done there. */
async function connect(url: string): Promise<pg.Client> {
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECTION_TIMEOUT_MS });
    await client.connect();
    return client;
  } catch (cause) {
    const { message, code } = cause as NodeJS.ErrnoException;
    throw new Error(
      `${message || code}\nLook at DATABASE_URL, and whether PostgreSQL runs there.\n请检查 DATABASE_URL，以及该处的 PostgreSQL 数据库是否运行。`,
      { cause },
    );
  }
}

async function migrate({ url, room, migrations }: RoomDatabaseOptions): Promise<void> {
  const source = new DataSource({
    ...connection(withSettings(url, { search_path: room, TimeZone: 'UTC' }), `${room} migrations`),
    schema: room,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
  });
  await source.initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}

const pool = (options: RoomDatabaseOptions, url: string, name: string): DataSource =>
  new DataSource({
    ...connection(url, name),
    schema: options.room,
    entities: [...options.entities] as EntitySchema[],
    poolSize: options.poolSize ?? 10,
    extra: {
      keepAlive: true,
      query_timeout: ANSWER_TIMEOUT_MS,
      idleTimeoutMillis: KEPT_IDLE_MS,
      Client: RoomClient,
    },
  });

const connection = (url: string, name: string) =>
  ({
    type: 'postgres',
    url,
    applicationName: `yidan ${name}`,
    synchronize: false,
    installExtensions: false,
    connectTimeoutMS: CONNECTION_TIMEOUT_MS,
    logging: false,
    extra: { keepAlive: true },
  }) as const satisfies DataSourceOptions;
