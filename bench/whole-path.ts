import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { topics } from '#contracts';
import { openSigningKey, type SigningKey } from '#access';
import { type Load, postAll } from './post-documents.js';
import { cpuMsByProgram, residentMegabytes, share } from './processor-time.js';
import { Servers, type RunningServer } from './servers.js';

export interface WholePathOptions {
  readonly transport: 'postgres' | 'kafka';
  readonly consignments: number;
  /** The consignments are measured in so many parts, one after the other, to show whether cost or memory grows with what is stored. */
  readonly stages: number;
  /** Exchanges that share the work, each with all rooms; or `rooms`: each room a process of its own, over Kafka. */
  readonly processes: number | 'rooms';
  /** Loads to measure afterwards, in documents a second; none: half of what was reached. */
  readonly perSecond: readonly number[];
  /** An empty PostgreSQL to use instead of the embedded one. */
  readonly databaseUrl?: string;
}

/** One stage. */
export interface WholePathResult {
  /** Documents posted a second; absent: as fast as they were answered. */
  readonly postedPerSecond?: number;
  readonly documents: number;
  /** Documents in the database at its end. */
  readonly stored: number;
  readonly seconds: number;
  readonly postMs: { readonly p50: number; readonly p99: number };
  /** CPU milliseconds a document, by who used them. */
  readonly cpuMsPerDocument: Readonly<Record<string, number>>;
  /** Of the exchanges or rooms together, at its end. */
  readonly residentMegabytes: number;
}

/** Consignments before those that are measured: schemas are compiled, code is hot. */
const WARM_UP = 300;

/**
 * From the first POST to the last declaration row, made by standing instruction: rooms in processes of their own, PostgreSQL, and
 * Kafka if asked for, all on this machine. The client shares the cores; its share is shown. After the stages one more for each load.
 */
export async function* measureWholePath(options: WholePathOptions): AsyncGenerator<WholePathResult> {
  const servers = new Servers();
  try {
    const databaseUrl = options.databaseUrl ?? (await servers.postgres());
    const brokers = options.transport === 'kafka' ? await servers.kafka() : [];
    const environment = {
      DATABASE_URL: databaseUrl,
      ...(brokers.length > 0 && { KAFKA_BROKERS: brokers.join(',') }),
    };
    const key = await openSigningKey(join(servers.directory, 'keys'));
    const running: RunningServer[] = [];
    for (const name of programsOf(options.processes))
      running.push(await servers.program(name, `apps/${name}/src/main.js`, environment));
    yield* measure(running, key, databaseUrl, options);
  } finally {
    await servers.end();
  }
}

const ROOMS = ['gateway', 'documents', 'commodities', 'clearance', 'tracking'];

const programsOf = (processes: WholePathOptions['processes']): readonly string[] =>
  processes === 'rooms' ? ROOMS : Array.from({ length: processes }, () => 'exchange');

async function* measure(
  servers: readonly RunningServer[],
  key: SigningKey,
  databaseUrl: string,
  { consignments, stages, perSecond }: WholePathOptions,
): AsyncGenerator<WholePathResult> {
  const tokens = {
    waybill: await key.tokenFor({ party: 'RAIL-YUGUI', role: 'rail' }),
    bill: await key.tokenFor({ party: 'LINE-HAIBEI', role: 'ocean-carrier' }),
  };
  const urlsOf = (room: string) =>
    servers.filter(({ name }) => name === room || name === 'exchange').map(({ url }) => url);
  for (const party of ['FWD-YUXIN', 'FWD-LUHAI'])
    await giveInstruction(urlsOf('clearance')[0] as string, await key.tokenFor({ party, role: 'forwarder' }));
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const { rows } = await database.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const programs = { servers, backend: rows[0]?.pid as number };
  const send = async (load: Load): Promise<number[]> => {
    const times = await postAll(urlsOf('gateway'), tokens, load);
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
  await send({ from: 0, to: WARM_UP });
  const size = Math.ceil(consignments / stages);
  let last = { documents: 0, seconds: 1 };
  let from = WARM_UP;
  for (; from < WARM_UP + consignments; from += size) yield (last = await stage({ from, to: from + size }));
  const loads = perSecond.length > 0 ? perSecond : [last.documents / last.seconds / 2];
  for (const load of loads) yield await stage({ from, to: (from += size), perSecond: load });
  await database.end();
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

function percentiles(times: number[]): WholePathResult['postMs'] {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (part: number) => Math.round((sorted[Math.floor((sorted.length - 1) * part)] ?? 0) * 10) / 10;
  return { p50: at(0.5), p99: at(0.99) };
}
