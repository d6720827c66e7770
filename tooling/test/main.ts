import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '#contracts';
import { startEmbeddedPostgres } from '#database';
import { ensureJavaAndMaven } from '../servers/java.js';
import { startKafka } from '../servers/kafka.js';

/**
 * `npm test`: a real PostgreSQL and a real Kafka broker for all suites, then Jest, then one line with the counts. `DATABASE_URL` and
 * `KAFKA_BROKERS` name servers to use instead. Further arguments go to Jest.
 */
const root = fileURLToPath(projectRoot);
const directory = mkdtempSync(join(tmpdir(), 'yidan-test-'));
chmodSync(directory, 0o755);
const stops: (() => Promise<void>)[] = [];

process.exitCode = await runAll().finally(stopAll);

async function runAll(): Promise<number> {
  const results = join(directory, 'results.json');
  const code = await jest(['--json', `--outputFile=${results}`, ...process.argv.slice(2)], {
    TEST_DATABASE_URL: process.env['DATABASE_URL'] ?? (await ownPostgres()),
    TEST_KAFKA_BROKERS: process.env['KAFKA_BROKERS'] ?? (await ownKafka()),
  });
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = readResults(results);
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  process.stdout.write(
    `${numPassedTests} passed, ${failed} failed${numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''}\n`,
  );
  return code === 0 && failed === 0 && numPassedTests > 0 ? 0 : 1;
}

async function ownPostgres(): Promise<string> {
  say('Starting PostgreSQL …');
  const server = await startEmbeddedPostgres({ directory: join(directory, 'postgres') });
  stops.push(() => server.stop());
  return server.url;
}

async function ownKafka(): Promise<string> {
  await ensureJavaAndMaven(say);
  say('Starting Kafka (the first time its jars are fetched) …');
  const server = await startKafka({ directory: join(directory, 'kafka') });
  stops.push(() => server.stop());
  return server.brokers.join(',');
}

function jest(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<number> {
  const child = spawn(
    process.execPath,
    ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules/jest/bin/jest.js'), ...args],
    {
      cwd: root,
      // The parsed results go to a file; on standard output they would drown what the tests say.
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...environment },
    },
  );
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

function readResults(path: string): Results {
  return JSON.parse(readFileSync(path, 'utf8')) as Results;
}

async function stopAll(): Promise<void> {
  for (const stop of stops.toReversed()) await stop();
  rmSync(directory, { recursive: true, force: true });
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
