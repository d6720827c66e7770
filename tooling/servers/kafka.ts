import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '#database';
import { ADVICE, hasJava } from './java.js';
import { kafkaJars } from './kafka-jars.js';

const run = promisify(execFile);
const START_TIMEOUT_MS = 60_000;

export interface KafkaServer {
  readonly brokers: readonly string[];
  /** Ends the broker in order. The data stay. */
  stop(): Promise<void>;
}

export interface KafkaOptions {
  /** Holds the log and the settings. Made if missing; a broker started there again has its topics. */
  readonly directory: string;
  /** A free one if absent. Given, clients find the broker again after a restart. */
  readonly port?: number;
}

/**
 * A real Apache Kafka broker (KRaft, broker and controller in one) on 127.0.0.1 without Docker. It ends with us, however we end. Throws
 * one clear sentence when Java 17 is missing, or Maven on the first run.
 */
export async function startKafka(options: KafkaOptions): Promise<KafkaServer> {
  if (!(await hasJava())) throw new Error(`Java 17 or newer is missing: the Kafka broker runs on it. ${ADVICE}`);
  const directory = resolve(options.directory);
  const java = ['-Xmx512m', '-XX:+UseSerialGC', ...LOGGING, '-cp', join(await kafkaJars(), '*')];
  const port = options.port ?? (await freePort());
  const properties = await writeProperties(directory, port, await freePort());
  if (!existsSync(join(directory, 'log', 'meta.properties'))) {
    await run('java', [
      ...java,
      'kafka.tools.StorageTool',
      'format',
      '-t',
      randomBytes(16).toString('base64url'),
      '-c',
      properties,
    ]);
  }
  const broker = spawnWithUs('java', [...java, 'kafka.Kafka', properties]);
  await started(broker);
  return { brokers: [`127.0.0.1:${port}`], stop: () => stop(broker) };
}

/** Warnings only, and the one line that says the broker answers. */
const STARTED = 'Kafka Server started';
const LOGGING = [
  '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
  '-Dorg.slf4j.simpleLogger.logFile=System.out',
  '-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info',
];

async function writeProperties(directory: string, port: number, controllerPort: number): Promise<string> {
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'log.dirs': join(directory, 'log'),
    'auto.create.topics.enable': 'false',
    'default.replication.factor': '1',
    'offsets.topic.replication.factor': '1',
    'offsets.topic.num.partitions': '5',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
    'group.initial.rebalance.delay.ms': '0',
  };
  await mkdir(directory, { recursive: true });
  const file = join(directory, 'server.properties');
  await writeFile(
    file,
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
  return file;
}

/** A shell holds our end of a pipe: when we are gone, killed or not, the pipe closes and the shell ends the broker. */
function spawnWithUs(program: string, args: readonly string[]): ChildProcess {
  const script = '"$@" & broker=$!; exec 3<&0; (read -r _ <&3; kill -TERM $broker) & wait $broker';
  return spawn('sh', ['-c', script, 'sh', program, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
}

function started(broker: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (fact: string): void => {
      clearTimeout(timer);
      broker.stdin?.end();
      reject(new Error(`Kafka ${fact}:\n${output.slice(-2000)}`));
    };
    const timer = setTimeout(() => fail(`did not answer within ${START_TIMEOUT_MS / 1000} s`), START_TIMEOUT_MS);
    const read = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-8000);
      if (!output.includes(STARTED)) return;
      clearTimeout(timer);
      resolve();
    };
    broker.stdout?.on('data', read);
    broker.stderr?.on('data', read);
    broker.once('error', (error) => fail(`could not be started (${error.message})`));
    broker.once('exit', (code) => fail(`ended with ${code}`));
  });
}

function stop(broker: ChildProcess): Promise<void> {
  if (broker.exitCode !== null || broker.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    broker.once('exit', () => resolve());
    broker.stdin?.end();
  });
}
