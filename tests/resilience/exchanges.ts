import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSigningKey } from '#access';
import { type ExchangeProcess, startExchange } from '../support/exchange-process.js';
import { type FreshDatabase, freshDatabase } from '../support/servers.js';
import { Load } from './load.js';
import { checkState, type State, untilQuiet, withDatabase } from './state.js';
import { watchCursors } from './state-checks.js';

export interface ExchangesOptions {
  /** Processes, each with all rooms; 2 if absent. */
  readonly count?: number;
  /** Where they find the database, if not where the test does. */
  readonly databaseUrlSeen?: (databaseUrl: string) => string;
  /** A database to use instead of a new one. */
  readonly databaseUrl?: string;
  /** Absent: messages travel through PostgreSQL. */
  readonly kafkaBrokers?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Several processes of one exchange, and a load for them. */
export interface Exchanges {
  readonly urls: readonly string[];
  readonly databaseUrl: string;
  readonly topicPrefix: string;
  /** Where the signing key is. */
  readonly keys: string;
  readonly load: Load;
  /** Waits until it is quiet, then looks what became of the load. */
  outcome(): Promise<State>;
  close(): Promise<void>;
}

export async function openExchanges(options: ExchangesOptions = {}): Promise<Exchanges> {
  const database = options.databaseUrl === undefined ? await freshDatabase() : given(options.databaseUrl);
  const databaseUrl = database.url;
  const topicPrefix = `${randomBytes(4).toString('hex')}.`;
  const directory = mkdtempSync(join(tmpdir(), 'yidan-resilience-'));
  chmodSync(directory, 0o755);
  const keys = join(directory, 'keys');
  await openSigningKey(keys);
  const environment = {
    DATABASE_URL: options.databaseUrlSeen?.(databaseUrl) ?? databaseUrl,
    YIDAN_DATA: directory,
    YIDAN_TOPIC_PREFIX: topicPrefix,
    YIDAN_DRAIN_SECONDS: '0',
    ...(options.kafkaBrokers && { KAFKA_BROKERS: options.kafkaBrokers.join(',') }),
    ...options.environment,
  };
  const processes: ExchangeProcess[] = [];
  for (let left = options.count ?? 2; left > 0; left -= 1) processes.push(await startExchange(environment));
  await withDatabase(databaseUrl, watchCursors);
  const urls = processes.map(({ url }) => url);
  const load = await Load.open({ urls, keys });
  return {
    urls,
    databaseUrl,
    topicPrefix,
    keys,
    load,
    outcome: async () => {
      await untilQuiet(databaseUrl);
      return checkState(databaseUrl, load.received);
    },
    close: async () => {
      await Promise.all(processes.map((each) => each.end('SIGTERM')));
      await database.drop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

const given = (url: string): FreshDatabase => ({ url, drop: async () => undefined });

/** What so many consignments become where nothing happens to them. */
export async function undisturbed(consignments: number): Promise<State> {
  const exchanges = await openExchanges({ count: 1 });
  try {
    await exchanges.load.send(consignments);
    return await exchanges.outcome();
  } finally {
    await exchanges.close();
  }
}

/** Nothing lost, nothing twice, order kept, and everything as if nothing had happened. */
export async function expectAsUndisturbed(state: State): Promise<void> {
  expect(state.faults).toEqual([]);
  const { faults, hash } = await undisturbed(state.consignments);
  expect(faults).toEqual([]);
  expect(state.hash).toBe(hash);
}
