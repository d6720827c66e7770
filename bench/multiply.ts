import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { NUMBERS } from './documents.js';

/** One room's table that grows with documents, in `room.table` form, with what is kept of it to copy. */
interface Growing {
  readonly table: string;
  readonly source: string;
  /** Column names in order, each with the SQL of its copy. */
  readonly columns: ReadonlyMap<string, string>;
}

const SOURCES = 'bench_sources';

/** Of the bus, in every room: outboxes are emptied, the others have a row for each lane of a topic. */
const NOT_COPIED: readonly string[] = ['outbox', 'lanes', 'published', 'cursor'];

/**
 * Fills a database with copies of what real documents left in it. Ids, numbers and digests of a copy are others, the same ones in all tables, so that copies
 * of one consignment belong together and to nothing else. Large columns (json, bytea) are copied as they are: nothing is looked up in them.
 */
export class Multiplier {
  private growing: readonly Growing[] = [];

  constructor(
    private readonly url: string,
    private readonly database: pg.Client,
    /** Rows of each table before the first document came. */
    private readonly before: ReadonlyMap<string, number>,
  ) {}

  /** Keeps what is stored now, to be copied: every table that has grown, but those of the bus. */
  async take(): Promise<void> {
    const now = await untilStill(this.database);
    const grown = [...now].filter(([table, rows]) => rows > (this.before.get(table) ?? 0)).map(([table]) => table);
    const copied = grown.filter((table) => !NOT_COPIED.includes(table.split('.')[1] as string));
    await this.database.query(`CREATE SCHEMA ${SOURCES}`);
    const growing: Growing[] = [];
    for (const table of copied) growing.push(await takeTable(this.database, table));
    this.growing = growing;
  }

  /** Adds the copies `from` to `to`, with indexes in place, then measures the tables as autovacuum would have on the way. */
  async add(from: number, to: number): Promise<void> {
    await this.database.query('ALTER SYSTEM SET full_page_writes = off');
    await this.database.query('SELECT pg_reload_conf()');
    const waiting = [...this.growing];
    const work = async (): Promise<void> => {
      const session = await this.session();
      try {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          await session.query(copying(next), [from, to]);
          await session.query(`VACUUM (ANALYZE) ${next.table}`);
        }
      } finally {
        await session.end();
      }
    };
    const done = await Promise.allSettled([work(), work()]);
    for (const one of done) if (one.status === 'rejected') throw one.reason;
    await this.database.query('ALTER SYSTEM RESET full_page_writes');
    await this.database.query('SELECT pg_reload_conf()');
    await this.database.query('CHECKPOINT');
  }

  /** References between copies hold because their keys are made alike; asking for each would take as long as the copying. */
  private async session(): Promise<pg.Client> {
    const session = new pg.Client({ connectionString: this.url });
    await session.connect();
    await session.query(
      `SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '256MB'; SET maintenance_work_mem = '512MB'`,
    );
    return session;
  }
}

/** By `room.table`: ordinary tables of all rooms. */
export async function rowsOfTables(database: pg.Client): Promise<Map<string, number>> {
  const { rows: tables } = await database.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'public', '${SOURCES}') ORDER BY name`,
  );
  const counted = new Map<string, number>();
  for (const { name } of tables) {
    const { rows } = await database.query<{ count: string }>(`SELECT count(*) FROM ${name}`);
    counted.set(name, Number(rows[0]?.count));
  }
  return counted;
}

/** The rows once all rooms have heard everything. */
async function untilStill(database: pg.Client): Promise<Map<string, number>> {
  for (let before = await rowsOfTables(database); ;) {
    await pause(STILL_MS);
    const now = await rowsOfTables(database);
    if ([...now].every(([table, rows]) => rows === before.get(table))) return now;
    before = now;
  }
}

const STILL_MS = 3_000;

const KEYED_TYPES: readonly string[] = ['uuid', 'uuid[]', 'text', 'text[]'];

async function takeTable(database: pg.Client, table: string): Promise<Growing> {
  const source = `${SOURCES}.${table.replace('.', '_')}`;
  await database.query(`CREATE UNLOGGED TABLE ${source} AS SELECT * FROM ${table}`);
  const { rows: columns } = await database.query<{ name: string; type: string }>(
    `SELECT quote_ident(attname) AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attidentity = '' ORDER BY attnum`,
    [table],
  );
  const copied = new Map<string, string>();
  for (const { name, type } of columns) copied.set(name, await copyOf(database, source, name, type));
  return { table, source, columns: copied };
}

/** Ids of documents and records are UUIDs of version 7; those of copies are of version 8, which their makers fill as they like. */
const PATTERNS = {
  id: '([0-9a-f]{8}-[0-9a-f]{4}-)7[0-9a-f]{3}',
  number: `(${NUMBERS})`,
  digest: '^[0-9a-f]{64}$',
} as const;

/** The SQL of the `k`-th copy of a column: only what stands in it is looked for. */
async function copyOf(database: pg.Client, source: string, column: string, type: string): Promise<string> {
  if (!KEYED_TYPES.includes(type)) return column;
  const has = async (pattern: string): Promise<boolean> => {
    const { rows } = await database.query<{ found: boolean }>(
      `SELECT coalesce(bool_or(${column}::text ~ $1), false) AS found FROM ${source}`,
      [pattern],
    );
    return rows[0]?.found === true;
  };
  if (await has(PATTERNS.digest)) return `encode(sha256(convert_to(${column} || '~' || k, 'UTF8')), 'hex')`;
  let copy = `${column}::text`;
  if (await has(PATTERNS.id))
    copy = `regexp_replace(${copy}, '${PATTERNS.id}', '\\18' || lpad(to_hex(k), 3, '0'), 'g')`;
  if (await has(PATTERNS.number)) copy = `regexp_replace(${copy}, '${PATTERNS.number}', '\\1~' || k, 'g')`;
  return copy === `${column}::text` ? column : `(${copy})::${type}`;
}

/** Copies of a row stand beside each other, as consignments of one moment would. */
const copying = ({ table, source, columns }: Growing): string =>
  `INSERT INTO ${table} (${[...columns.keys()].join(', ')})
   SELECT ${[...columns.values()].join(', ')} FROM ${source}, generate_series($1::integer, $2::integer) AS k`;
