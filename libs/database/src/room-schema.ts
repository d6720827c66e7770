import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';

/** Members may read every room's outbox, and nothing else of another room. */
export const BUS_ROLE = 'yidan_bus';

/** One preparation at a time in a database. Any constant will do; this one is "yidan" in ASCII. */
const PREPARATION_LOCK = '521543083374';

const ROOM_NAME = /^[a-z][a-z0-9_]{0,40}$/;

export const roleOf = (room: string): string => `yidan_${room}`;

/** For reads on behalf of a caller: sees only rows that row-level security shows it, and writes nothing. */
export const viewerRoleOf = (room: string): string => `${roleOf(room)}_viewer`;

/** Throws on a name that is not a plain lower-case identifier: it goes into SQL as it is. */
export function assertRoomName(room: string): void {
  if (!ROOM_NAME.test(room))
    throw new Error(`"${room}" is no room name: lower-case letters, digits and underscores, 41 at most.`);
}

/** Runs the work while no other process prepares a room in this database. */
export async function whilePreparing<Result>(client: Client, work: () => Promise<Result>): Promise<Result> {
  await client.query('SELECT pg_advisory_lock($1)', [PREPARATION_LOCK]);
  try {
    return await work();
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [PREPARATION_LOCK]);
  }
}

/**
 * The room's schema, owned by the URL's user, the role the room works as, which may read and write the rows of that schema's tables, and
 * the role its viewers read as. They own nothing (so row-level security applies to them) and cannot log in.
 */
export async function prepareSchema(client: Client, room: string): Promise<void> {
  const role = roleOf(room);
  await prepareRole(client, BUS_ROLE);
  const viewer = viewerRoleOf(room);
  await prepareRole(client, role);
  await prepareRole(client, viewer);
  await grantRole(client, BUS_ROLE, role, 'USAGE');
  await grantRole(client, role, 'CURRENT_USER', 'SET');
  await grantRole(client, viewer, 'CURRENT_USER', 'SET');
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS ${room};
    GRANT USAGE ON SCHEMA ${room} TO ${role}, ${viewer}, ${BUS_ROLE};
    ALTER DEFAULT PRIVILEGES IN SCHEMA ${room} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${role};
    ALTER DEFAULT PRIVILEGES IN SCHEMA ${room} GRANT USAGE, SELECT ON SEQUENCES TO ${role};
  `);
}

/**
 * Statistics of a table are taken anew when it has doubled, not whenever it has grown by a tenth: what rooms ask for has an index whatever
 * they say, and taking them was a third of what PostgreSQL did. Tables that an administrator has set otherwise stay so.
 */
export async function measureSeldom(client: Client, room: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = $1::regnamespace AND relkind = 'r' AND NOT coalesce(reloptions::text LIKE '%${MEASURED_AGAIN}%', false)`,
    [room],
  );
  for (const { name } of rows) await client.query(`ALTER TABLE ${room}.${name} SET (${MEASURED_AGAIN} = 1)`);
}

const MEASURED_AGAIN = 'autovacuum_analyze_scale_factor';

async function prepareRole(client: Client, role: string): Promise<void> {
  const { rows } = await client.query<{ powerful: boolean }>(
    'SELECT rolsuper OR rolbypassrls AS powerful FROM pg_roles WHERE rolname = $1',
    [role],
  );
  if (rows[0]?.powerful)
    throw new Error(
      `The role ${role} is a superuser or bypasses row-level security. Take that from it: parties would see each other's documents.`,
    );
  if (rows.length > 0) return;
  await acrossDatabases(() =>
    client.query(`CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE`),
  ).catch((cause: unknown) => {
    throw refusal(cause, `may not create the role ${role}`, `CREATE ROLE ${role} NOLOGIN`);
  });
}

async function grantRole(client: Client, role: string, member: string, privilege: 'USAGE' | 'SET'): Promise<void> {
  const who = member === 'CURRENT_USER' ? 'current_user' : `'${member}'`;
  const { rows } = await client.query<{ has: boolean }>(
    `SELECT pg_has_role(${who}, '${role}', CASE WHEN current_setting('server_version_num')::int >= 160000 THEN $1 ELSE 'MEMBER' END) AS has`,
    [privilege],
  );
  if (rows[0]?.has) return;
  await acrossDatabases(() => client.query(`GRANT ${role} TO ${member}`)).catch((cause: unknown) => {
    throw refusal(cause, `may not grant the role ${role}`, `GRANT ${role} TO ${member}`);
  });
}

/** duplicate_object */
const ALREADY_THERE = '42710';
/** unique_violation and "tuple concurrently updated" are how two creations at the same moment end. */
const COLLISIONS: ReadonlySet<string> = new Set(['23505', 'XX000']);

/** Roles belong to the whole server, locks to one database: what another database does at the same moment counts as done, after a retry. */
async function acrossDatabases(statement: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await statement();
      return;
    } catch (error) {
      const { code = '' } = error as { code?: string };
      if (code === ALREADY_THERE) return;
      if (!COLLISIONS.has(code) || attempt === 10) throw error;
      await pause(20 * attempt * Math.random());
    }
  }
}

function refusal(cause: unknown, fact: string, statement: string): unknown {
  if ((cause as { code?: string }).code !== '42501') return cause;
  return new Error(
    `The user of the database URL ${fact}. Give it CREATEROLE, or let an administrator run: ${statement}`,
    { cause },
  );
}
