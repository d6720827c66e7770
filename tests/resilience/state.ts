import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { hearersOf, topics } from '#contracts';
import type { Received } from './load.js';
import { pointsOfFault } from './state-checks.js';

/** What the rooms made of a load. */
export interface State {
  readonly consignments: number;
  /** Sentences; none when nothing is lost, nothing is there twice and every order was kept. */
  readonly faults: readonly string[];
  /** Over what records and declarations say, without ids and times: the same for the same consignments, whatever happened on the way. */
  readonly hash: string;
}

const PATIENCE_MS = 240_000;
const LOOK_MS = 200;

/** Waits until no room has anything more to hear. */
export async function untilQuiet(databaseUrl: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const pending = await withDatabase(databaseUrl, readPending).catch((error: Error) => error.message);
    if (pending === 0) return;
    if (Date.now() > end) throw new Error(`The rooms are not done: ${pending} messages are not heard.`);
    await pause(LOOK_MS);
  }
}

/** Nothing lost, nothing twice, order kept? Only when it is quiet. */
export const checkState = (databaseUrl: string, received: ReadonlyMap<number, Received>): Promise<State> =>
  withDatabase(databaseUrl, async (database) => ({
    consignments: received.size,
    faults: await pointsOfFault(database, received),
    hash: await hashOf(database),
  }));

/** How many messages all rooms have handled together. */
export const readHandled = (database: pg.Client): Promise<number> =>
  numberOf(database, ROOMS.map((room) => `SELECT number FROM ${room}.cursor`).join(' UNION ALL '));

export async function withDatabase<Result>(
  url: string,
  work: (database: pg.Client) => Promise<Result>,
): Promise<Result> {
  const database = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  database.on('error', () => undefined);
  await database.connect();
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}

const HEARINGS = Object.values(topics).flatMap((topic) => hearersOf(topic).map((room) => ({ topic, room })));
const ROOMS = [...new Set(HEARINGS.map(({ room }) => room))];

/** One statement, hence one moment: an effect and what is said of it are committed together, so nothing is between two rooms. */
const readPending = (database: pg.Client): Promise<number> =>
  numberOf(
    database,
    HEARINGS.map(
      ({ topic, room }) => `
        SELECT last - coalesce(number, 0) AS number FROM ${topic.split('.')[0]}.lanes LEFT JOIN ${room}.cursor USING (topic, lane)
        WHERE topic = '${topic}'`,
    ).join(' UNION ALL '),
  );

async function numberOf(database: pg.Client, numbers: string): Promise<number> {
  const { rows } = await database.query<{ sum: string | null }>(`SELECT sum(number) FROM (${numbers}) AS given`);
  return Number(rows[0]?.sum ?? 0);
}

async function hashOf(database: pg.Client): Promise<string> {
  const { rows: documents } = await database.query<{ id: string; number: string }>(
    `SELECT document_id AS id, source->>'number' AS number FROM documents.held_documents`,
  );
  const { rows: contents } = await database.query<{ content: unknown }>(`
    SELECT record AS content FROM documents.one_documents JOIN documents.one_document_versions
      ON one_document_id = id AND one_document_versions.version = one_documents.version WHERE state <> 'merged'
    UNION ALL
    SELECT declaration::json FROM clearance.declarations`);
  const numbers = new Map(documents.map(({ id, number }) => [id, number]));
  const words = contents.map(({ content }) => JSON.stringify(plain(content, numbers))).toSorted();
  return createHash('sha256').update(words.join('\n')).digest('hex');
}

/** What depends on when and in which order documents came: of a name that both state, the record says the language that the first one states. */
const CHANCE = new Set([
  ...['id', 'changedAt', 'change', 'receivedAt', 'declarationId', 'preparedAt', 'aeoAsOf', 'oneDocumentId'],
  'language',
]);

/** Without ids and times; a document is called by its number, and the order of lists does not count. */
function plain(value: unknown, numbers: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return numbers.get(value) ?? value;
  if (Array.isArray(value)) {
    const items = value.map((each) => plain(each, numbers));
    return items.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value)
    .filter(([name, content]) => !CHANCE.has(name) && !isVersionOfRecord(name, content))
    .map(([name, content]) => [name, plain(content, numbers)] as const);
  return Object.fromEntries(members.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

const isVersionOfRecord = (name: string, content: unknown): boolean =>
  name === 'oneDocumentVersion' || (name === 'version' && typeof content === 'number');
