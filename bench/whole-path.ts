import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openSigningKey, type SigningKey } from '#access';
import { projectRoot } from '#contracts';
import { startEmbeddedPostgres } from '#database';
import { startKafka } from '../tooling/servers/kafka.js';
import { pair } from './documents.js';
import { cpuMsByProgram } from './processor-time.js';

export interface WholePathOptions {
  readonly transport: 'postgres' | 'kafka';
  readonly consignments: number;
  /** Exchanges that share the work, each with all rooms; or `rooms`: each room a process of its own, over Kafka. */
  readonly processes: number | 'rooms';
  /** A PostgreSQL to use instead of the embedded one. */
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
/** Requests under way at once. */
const IN_FLIGHT = 64;

/**
 * From the first POST to the last declaration row, made by standing instruction: exchanges in processes of their own, PostgreSQL, and
 * Kafka if asked for, all on this machine. The client shares the cores; its share is shown.
 */
export async function measureWholePath(options: WholePathOptions): Promise<WholePathResult> {
  const directory = mkdtempSync(join(tmpdir(), 'yidan-bench-'));
  chmodSync(directory, 0o755);
  const ends: (() => Promise<void>)[] = [];
  try {
    const databaseUrl = options.databaseUrl ?? (await ownPostgres(directory, ends));
    const brokers = options.transport === 'kafka' ? await ownKafka(directory, ends) : undefined;
    const key = await openSigningKey(join(directory, 'keys'));
    const servers: RunningServer[] = [];
    for (const name of programsOf(options.processes))
      servers.push(await startServer(name, { directory, databaseUrl, brokers }, ends));
    return await measure(servers, key, databaseUrl, options.consignments);
  } finally {
    for (const end of ends.toReversed()) await end();
    rmSync(directory, { recursive: true, force: true });
  }
}

const ROOMS = ['gateway', 'documents', 'commodities', 'clearance', 'tracking'];

const programsOf = (processes: WholePathOptions['processes']): readonly string[] =>
  processes === 'rooms' ? ROOMS : Array.from({ length: processes }, () => 'exchange');

async function ownPostgres(directory: string, ends: (() => Promise<void>)[]): Promise<string> {
  const server = await startEmbeddedPostgres({ directory: join(directory, 'postgres') });
  ends.push(() => server.stop());
  return server.url;
}

async function ownKafka(directory: string, ends: (() => Promise<void>)[]): Promise<readonly string[]> {
  const server = await startKafka({ directory: join(directory, 'kafka') });
  ends.push(() => server.stop());
  return server.brokers;
}

interface RunningServer {
  readonly name: string;
  readonly pid: number;
  readonly url: string;
}

interface Installation {
  readonly directory: string;
  readonly databaseUrl: string;
  readonly brokers: readonly string[] | undefined;
}

async function startServer(
  name: string,
  { directory, databaseUrl, brokers }: Installation,
  ends: (() => Promise<void>)[],
): Promise<RunningServer> {
  const program = fileURLToPath(new URL(`dist/apps/${name}/src/main.js`, projectRoot));
  const child = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      YIDAN_DATA: directory,
      YIDAN_LOG_FORMAT: 'json',
      PORT: '0',
      ...(brokers && { KAFKA_BROKERS: brokers.join(',') }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  ends.push(() => {
    child.kill('SIGTERM');
    return gone;
  });
  const port = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}.`)));
    child.stdout.on('data', (chunk: Buffer) => {
      const found = / answers (?:on port |at http:\/\/[\w.]+:)(\d+)/.exec(chunk.toString())?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  return { name, url: `http://127.0.0.1:${port}`, pid: child.pid as number };
}

async function measure(
  servers: readonly RunningServer[],
  key: SigningKey,
  databaseUrl: string,
  consignments: number,
): Promise<WholePathResult> {
  const senders = {
    waybill: await key.tokenFor({ party: 'RAIL-YUGUI', role: 'rail' }),
    bill: await key.tokenFor({ party: 'LINE-HAIBEI', role: 'ocean-carrier' }),
  };
  const urlsOf = (room: string) =>
    servers.filter(({ name }) => name === room || name === 'exchange').map(({ url }) => url);
  const urls = urlsOf('gateway');
  for (const party of ['FWD-YUXIN', 'FWD-LUHAI'])
    await giveInstruction(urlsOf('clearance')[0] as string, await key.tokenFor({ party, role: 'forwarder' }));
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const { rows } = await database.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const programs = { servers, backend: rows[0]?.pid as number };
  await postAll(urls, senders, 0, WARM_UP);
  await untilDeclared(database, WARM_UP);
  const before = cpuMsByProgram(programs);
  const started = performance.now();
  const times = await postAll(urls, senders, WARM_UP, WARM_UP + consignments);
  await untilDeclared(database, WARM_UP + consignments);
  const seconds = (performance.now() - started) / 1000;
  const after = cpuMsByProgram(programs);
  await database.end();
  const documents = consignments * 2;
  return { documents, seconds, postMs: percentiles(times), cpuMsPerDocument: share(before, after, documents) };
}

async function giveInstruction(url: string, token: string): Promise<void> {
  const body = JSON.stringify({ instructions: [{ type: 'export', mode: 'advance', action: 'lodge' }] });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const { status } = await fetch(`${url}/v1/declarations/standing-instructions`, { method: 'PUT', headers, body });
  if (status !== 200) throw new Error(`The standing instruction answered ${status}.`);
}

async function postAll(
  urls: readonly string[],
  senders: { waybill: string; bill: string },
  from: number,
  to: number,
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
  const times: number[] = [];
  let next = from;
  const worker = async (_: unknown, which: number) => {
    const url = `${urls[which % urls.length]}/v1/documents`;
    while (next < to) {
      const { waybill, bill } = pair(next++);
      times.push(await post(agent, url, senders.waybill, waybill), await post(agent, url, senders.bill, bill));
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  agent.destroy();
  return times;
}

/** Milliseconds until the answer. node:http, because fetch costs the machine as much as the gateway. */
function post(agent: Agent, url: string, token: string, body: Buffer): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-length': body.length };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('end', () => {
        if (response.statusCode === 202) resolve(performance.now() - started);
        else reject(new Error(`A document answered ${response.statusCode}.`));
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
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

function share(
  before: Record<string, number>,
  after: Record<string, number>,
  documents: number,
): Record<string, number> {
  const used = Object.entries(after).map(
    ([program, cpuMs]) => [program, (cpuMs - (before[program] ?? 0)) / documents] as const,
  );
  return Object.fromEntries(used.map(([program, cpuMs]) => [program, Math.round(cpuMs * 100) / 100]));
}
