import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '#database';
import { startKafka } from '../../tooling/servers/kafka.js';

/**
 * The servers tests run against: `TEST_DATABASE_URL` and `TEST_KAFKA_BROKERS`, or ones of our own, started when first asked for and
 * stopped after the file's last test.
 */
export interface FreshDatabase {
  readonly url: string;
  /** Also ends connections that are still open. */
  drop(): Promise<void>;
}

const stops: (() => Promise<void>)[] = [];
let serverUrl: Promise<string> | undefined;
let brokers: Promise<readonly string[]> | undefined;

/** A new, empty database; as many as wanted. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = await databaseServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await run(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

/** A real Kafka broker. Tests share it: name topics and groups with a prefix of your own. */
export function kafkaBrokers(): Promise<readonly string[]> {
  brokers ??=
    process.env['TEST_KAFKA_BROKERS'] === undefined
      ? startOurKafka()
      : Promise.resolve(process.env['TEST_KAFKA_BROKERS'].split(','));
  return brokers;
}

function databaseServer(): Promise<string> {
  serverUrl ??=
    process.env['TEST_DATABASE_URL'] === undefined
      ? startOurPostgres()
      : Promise.resolve(process.env['TEST_DATABASE_URL']);
  return serverUrl;
}

/** A PostgreSQL that nobody shares, stopped after the file's last test. */
export async function startOurPostgres(): Promise<string> {
  const directory = await ourDirectory('postgres');
  const server = await startEmbeddedPostgres({ directory });
  stops.push(() => server.stop().then(() => rm(directory, { recursive: true, force: true })));
  return server.url;
}

async function startOurKafka(): Promise<readonly string[]> {
  const directory = await ourDirectory('kafka');
  const server = await startKafka({ directory });
  stops.push(() => server.stop().then(() => rm(directory, { recursive: true, force: true })));
  return server.brokers;
}

async function ourDirectory(name: string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), `yidan-test-${name}-`));
  await chmod(directory, 0o755);
  return directory;
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
});
