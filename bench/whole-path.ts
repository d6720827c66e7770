import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openSigningKey, type Caller } from '#access';
import { projectRoot } from '#contracts';
import { startEmbeddedPostgres } from '#database';
import { startKafka } from '../tooling/servers/kafka.js';
import { pair } from './documents.js';
import { cpuMsByProgram } from './processor-time.js';

export interface WholePathResult {
  readonly transport: 'postgres' | 'kafka';
  readonly documents: number;
  readonly declarations: number;
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
 * From the first POST to the last declaration row, made by standing instruction: the exchange in a process of its own, PostgreSQL, and Kafka
 * if asked for, all on this machine. The client shares the cores; its share is shown.
 */
export async function measureWholePath(
  transport: WholePathResult['transport'],
  consignments: number,
): Promise<WholePathResult> {
  const directory = mkdtempSync(join(tmpdir(), 'yidan-bench-'));
  chmodSync(directory, 0o755);
  const postgres = await startEmbeddedPostgres({ directory: join(directory, 'postgres') });
  const kafka = transport === 'kafka' ? await startKafka({ directory: join(directory, 'kafka') }) : undefined;
  const server = await startServer(directory, postgres.url, kafka?.brokers);
  try {
    return await measure(server, directory, postgres.url, transport, consignments);
  } finally {
    server.process.kill('SIGTERM');
    await new Promise((resolve) => server.process.once('exit', resolve));
    await kafka?.stop();
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

interface RunningServer {
  readonly process: ChildProcess;
  readonly url: string;
}

function startServer(
  directory: string,
  databaseUrl: string,
  brokers: readonly string[] | undefined,
): Promise<RunningServer> {
  const program = fileURLToPath(new URL('dist/apps/exchange/src/main.js', projectRoot));
  const child = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      YIDAN_DATA: directory,
      PORT: '0',
      ...(brokers && { KAFKA_BROKERS: brokers.join(',') }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The exchange ended with ${code}.`)));
    child.stdout.on('data', (chunk: Buffer) => {
      const url = /http:\/\/[\w.]+:\d+/.exec(chunk.toString())?.[0];
      if (url !== undefined) resolve({ process: child, url });
    });
  });
}

async function measure(
  server: RunningServer,
  directory: string,
  databaseUrl: string,
  transport: WholePathResult['transport'],
  consignments: number,
): Promise<WholePathResult> {
  const key = await openSigningKey(join(directory, 'keys'));
  const tokenOf = (caller: Caller) => key.tokenFor(caller);
  const senders = {
    waybill: await tokenOf({ party: 'RAIL-YUGUI', role: 'rail' }),
    bill: await tokenOf({ party: 'LINE-HAIBEI', role: 'ocean-carrier' }),
  };
  for (const party of ['FWD-YUXIN', 'FWD-LUHAI'])
    await giveInstruction(server.url, await tokenOf({ party, role: 'forwarder' }));
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const { rows } = await database.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const programs = { exchange: server.process.pid as number, backend: rows[0]?.pid as number };
  await postAll(server.url, senders, 0, WARM_UP);
  await untilDeclared(database, WARM_UP);
  const before = cpuMsByProgram(programs);
  const started = performance.now();
  const times = await postAll(server.url, senders, WARM_UP, WARM_UP + consignments);
  await untilDeclared(database, WARM_UP + consignments);
  const seconds = (performance.now() - started) / 1000;
  const after = cpuMsByProgram(programs);
  await database.end();
  const documents = consignments * 2;
  return {
    transport,
    documents,
    declarations: consignments,
    seconds,
    postMs: percentiles(times),
    cpuMsPerDocument: share(before, after, documents),
  };
}

async function giveInstruction(url: string, token: string): Promise<void> {
  const body = JSON.stringify({ instructions: [{ type: 'export', mode: 'advance', action: 'lodge' }] });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const { status } = await fetch(`${url}/v1/declarations/standing-instructions`, { method: 'PUT', headers, body });
  if (status !== 200) throw new Error(`The standing instruction answered ${status}.`);
}

async function postAll(
  url: string,
  senders: { waybill: string; bill: string },
  from: number,
  to: number,
): Promise<number[]> {
  const times: number[] = [];
  let next = from;
  const worker = async () => {
    while (next < to) {
      const { waybill, bill } = pair(next++);
      times.push(await post(url, senders.waybill, waybill), await post(url, senders.bill, bill));
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return times;
}

async function post(url: string, token: string, body: Buffer): Promise<number> {
  const started = performance.now();
  const response = await fetch(`${url}/v1/documents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: new Uint8Array(body),
  });
  await response.arrayBuffer();
  if (response.status !== 202) throw new Error(`A document answered ${response.status}.`);
  return performance.now() - started;
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
