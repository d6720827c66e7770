import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { openSigningKey, type SigningKey } from '#access';
import { postAll } from './post-documents.js';
import { cpuMsByProgram, share } from './processor-time.js';
import { Servers, type RunningServer } from './servers.js';

export interface WholePathOptions {
  readonly transport: 'postgres' | 'kafka';
  readonly consignments: number;
  /** Exchanges that share the work, each with all rooms; or `rooms`: each room a process of its own, over Kafka. */
  readonly processes: number | 'rooms';
  /** An empty PostgreSQL to use instead of the embedded one. */
  readonly databaseUrl?: string;
}

export interface WholePathResult {
  readonly documents: number;
  readonly seconds: number;
  readonly postMs: { readonly p50: number; readonly p99: number };
  /** CPU milliseconds a document, by who used them. */
  readonly cpuMsPerDocument: Readonly<Record<string, number>>;
}

/** Consignments before those that are measured: schemas are compiled, code is hot. */
const WARM_UP = 300;

/**
 * From the first POST to the last declaration row, made by standing instruction: rooms in processes of their own, PostgreSQL, and
 * Kafka if asked for, all on this machine. The client shares the cores; its share is shown.
 */
export async function measureWholePath(options: WholePathOptions): Promise<WholePathResult> {
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
    return await measure(running, key, databaseUrl, options.consignments);
  } finally {
    await servers.end();
  }
}

const ROOMS = ['gateway', 'documents', 'commodities', 'clearance', 'tracking'];

const programsOf = (processes: WholePathOptions['processes']): readonly string[] =>
  processes === 'rooms' ? ROOMS : Array.from({ length: processes }, () => 'exchange');

async function measure(
  servers: readonly RunningServer[],
  key: SigningKey,
  databaseUrl: string,
  consignments: number,
): Promise<WholePathResult> {
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
  await postAll(urlsOf('gateway'), tokens, 0, WARM_UP);
  await untilDeclared(database, WARM_UP);
  const before = cpuMsByProgram(programs);
  const started = performance.now();
  const times = await postAll(urlsOf('gateway'), tokens, WARM_UP, WARM_UP + consignments);
  await untilDeclared(database, WARM_UP + consignments);
  const seconds = (performance.now() - started) / 1000;
  const cpuMsPerDocument = share(before, cpuMsByProgram(programs), consignments * 2);
  await database.end();
  return { documents: consignments * 2, seconds, postMs: percentiles(times), cpuMsPerDocument };
}

async function giveInstruction(url: string, token: string): Promise<void> {
  const body = JSON.stringify({ instructions: [{ type: 'export', mode: 'advance', action: 'lodge' }] });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const { status } = await fetch(`${url}/v1/declarations/standing-instructions`, { method: 'PUT', headers, body });
  if (status !== 200) throw new Error(`The standing instruction answered ${status}.`);
}

const LOOK_EVERY_MS = 50;
const PATIENCE_MS = 600_000;

async function untilDeclared(database: pg.Client, consignments: number): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const { rows } = await database.query<{ count: string }>('SELECT count(*) FROM clearance.declarations');
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
