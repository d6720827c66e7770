import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { topics } from '#contracts';
import { openSigningKey, type SigningKey } from '#access';
import { percentiles, type Percentiles } from './percentiles.js';
import { type Load, postAll } from './post-documents.js';
import { cpuMsByProgram, residentMegabytes, share } from './processor-time.js';
import { type RunningServer, type Servers } from './servers.js';

/** What runs beside PostgreSQL. */
export interface Programs {
  readonly transport: 'postgres' | 'kafka';
  /** Exchanges that share the work, each with all rooms; or `rooms`: each room a process of its own, over Kafka. */
  readonly processes: number | 'rooms';
}

/** One stage. */
export interface WholePathResult {
  /** Documents posted a second; absent: as fast as they were answered. */
  readonly postedPerSecond?: number;
  readonly documents: number;
  /** Documents in the database at its end. */
  readonly stored: number;
  readonly seconds: number;
  readonly postMs: Percentiles;
  /** CPU milliseconds a document, by who used them. */
  readonly cpuMsPerDocument: Readonly<Record<string, number>>;
  /** Of the exchanges or rooms together, at its end. */
  readonly residentMegabytes: number;
}

/** Rooms that run, with standing instructions given. */
export interface WholePath {
  /** As the database's owner. */
  readonly database: pg.Client;
  readonly key: SigningKey;
  readonly urlsOf: (room: string) => string[];
  /** Posts consignments, which follow on those posted before, and waits for their declarations; milliseconds of each answer. */
  send(load: Load): Promise<number[]>;
  /** The same, measured. */
  stage(load: Load): Promise<WholePathResult>;
}

export async function openWholePath(
  servers: Servers,
  databaseUrl: string,
  { transport, processes }: Programs,
): Promise<WholePath> {
  const brokers = transport === 'kafka' ? await servers.kafka() : [];
  const environment = { DATABASE_URL: databaseUrl, ...(brokers.length > 0 && { KAFKA_BROKERS: brokers.join(',') }) };
  const key = await openSigningKey(join(servers.directory, 'keys'));
  const running: RunningServer[] = [];
  for (const name of programsOf(processes))
    running.push(await servers.program(name, `apps/${name}/src/main.js`, environment));
  const urlsOf = (room: string) =>
    running.filter(({ name }) => name === room || name === 'exchange').map(({ url }) => url);
  for (const party of ['FWD-YUXIN', 'FWD-LUHAI'])
    await giveInstruction(urlsOf('clearance')[0] as string, await key.tokenFor({ party, role: 'forwarder' }));
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  servers.before(() => database.end());
  return { database, key, urlsOf, ...(await senders(running, urlsOf('gateway'), key, database)) };
}

const ROOMS = ['gateway', 'documents', 'commodities', 'clearance', 'tracking'];

const programsOf = (processes: Programs['processes']): readonly string[] =>
  processes === 'rooms' ? ROOMS : Array.from({ length: processes }, () => 'exchange');

async function senders(
  servers: readonly RunningServer[],
  urls: readonly string[],
  key: SigningKey,
  database: pg.Client,
): Promise<Pick<WholePath, 'send' | 'stage'>> {
  const tokens = {
    waybill: await key.tokenFor({ party: 'RAIL-YUGUI', role: 'rail' }),
    bill: await key.tokenFor({ party: 'LINE-HAIBEI', role: 'ocean-carrier' }),
  };
  const { rows } = await database.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const programs = { servers, backend: rows[0]?.pid as number };
  const send = async (load: Load): Promise<number[]> => {
    const times = await postAll(urls, tokens, load);
    await untilDeclared(database, load.to);
    return times;
  };
  const stage = async (load: Load): Promise<WholePathResult> => {
    const documents = 2 * (load.to - load.from);
    const before = cpuMsByProgram(programs);
    const started = performance.now();
    const times = await send(load);
    return {
      ...(load.perSecond !== undefined && { postedPerSecond: load.perSecond }),
      documents,
      stored: 2 * load.to,
      seconds: (performance.now() - started) / 1000,
      postMs: percentiles(times),
      cpuMsPerDocument: share(before, cpuMsByProgram(programs), documents),
      residentMegabytes: residentMegabytes(servers),
    };
  };
  return { send, stage };
}

async function giveInstruction(url: string, token: string): Promise<void> {
  const body = JSON.stringify({ instructions: [{ type: 'export', mode: 'advance', action: 'lodge' }] });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const { status } = await fetch(`${url}/v1/declarations/standing-instructions`, { method: 'PUT', headers, body });
  if (status !== 200) throw new Error(`The standing instruction answered ${status}.`);
}

/** Each is said once; counting the declarations themselves would cost more the more there are. */
const LODGED = `SELECT coalesce(sum(last), 0) AS count FROM clearance.lanes WHERE topic = '${topics.declarationLodged}'`;

const LOOK_EVERY_MS = 50;
const PATIENCE_MS = 600_000;

async function untilDeclared(database: pg.Client, consignments: number): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const { rows } = await database.query<{ count: string }>(LODGED);
    if (Number(rows[0]?.count) === consignments) return;
    if (Date.now() > end) throw new Error(`${rows[0]?.count} of ${consignments} declarations were made.`);
    await pause(LOOK_EVERY_MS);
  }
}
