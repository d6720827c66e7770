import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dataDirectory } from '#room';
import { startCluster } from './start-cluster.js';

/**
 * `npm run cluster -- --replicas 2 --brokers 3 --port 3000 --data DIR`: everything that compose starts, as processes of this machine.
 * `DATABASE_URL` and `KAFKA_BROKERS` name servers to use instead of its own. Ctrl-C ends it.
 */
const { values } = parseArgs({
  options: {
    replicas: { type: 'string', default: '2' },
    brokers: { type: 'string', default: '3' },
    port: { type: 'string', default: process.env['PORT'] ?? '3000' },
    data: { type: 'string', default: join(dataDirectory(process.env), 'cluster') },
  },
});
const databaseUrl = process.env['DATABASE_URL'];
const kafkaBrokers = process.env['KAFKA_BROKERS'];
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const starting = startCluster({
  directory: values.data,
  replicas: count('replicas'),
  brokers: count('brokers'),
  port: count('port'),
  ...(databaseUrl && { databaseUrl }),
  ...(kafkaBrokers && { kafkaBrokers: kafkaBrokers.split(',') }),
  log: say,
});
let ending = false;
// Also before everything has started; a second signal changes nothing, and npm sends one beside the terminal's.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());

try {
  const { url } = await starting;
  say(`Yidan answers at ${url} (API: ${url}/docs). Data and logs: ${values.data}. Tokens:`);
  say(`YIDAN_DATA=${values.data} npm run --silent token -- --party CODE --role ROLE`);
  say('Ctrl-C ends it.');
} catch (error) {
  say((error as Error).message);
  process.exit(1);
}

async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  say('Ending in order …');
  await starting.then((cluster) => cluster.stop());
  say('Ended.');
  process.exit(0);
}

function count(name: 'replicas' | 'brokers' | 'port'): number {
  const text = values[name];
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  say(`--${name} must be a whole number from 1; it is "${text}".`);
  return process.exit(2);
}
