import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { freePorts } from './free-ports.js';
import { ADVICE, hasJava } from './java.js';
import { KafkaBroker } from './kafka-broker.js';
import { kafkaJars } from './kafka-jars.js';
import { type QuorumMember, quorumSettings } from './kafka-settings.js';

export interface KafkaServer {
  /** Addresses, for clients. */
  readonly brokers: readonly string[];
  readonly nodes: readonly KafkaBroker[];
  /** Ends the brokers in order. The data stay. */
  stop(): Promise<void>;
}

export interface KafkaOptions {
  /** Holds logs and settings. Made if missing; brokers started there again have their topics. */
  readonly directory: string;
  /** How many brokers; 1 if absent. Three keep each message three times and take it when two have it. */
  readonly count?: number;
  /** The first broker's; a free one if absent. Given, clients find it again after a restart. */
  readonly port?: number;
  /** Where clients are told to find the first one, when something stands between. */
  readonly advertisedPort?: number;
  /** Of each broker's Java; 512 if absent. */
  readonly heapMegabytes?: number;
  /** Hears that a broker ended by itself. */
  readonly log?: (line: string) => void;
}

/** These brokers seldom live for an hour: the optimising compiler would take more than it gives back (a third of a start, half of a benchmark's share). */
const SHORT_LIVED = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/**
 * A real Apache Kafka (KRaft, each node broker and controller in one) on 127.0.0.1 without Docker. It ends with us, however we end.
 * Throws one clear sentence when Java 17 is missing, or Maven on the first run.
 */
export async function startKafka(options: KafkaOptions): Promise<KafkaServer> {
  if (!(await hasJava())) throw new Error(`Java 17 or newer is missing: the Kafka broker runs on it. ${ADVICE}`);
  const { count = 1, heapMegabytes = 512, log = () => undefined } = options;
  const directory = resolve(options.directory);
  const clusterId = await clusterIdOf(directory);
  const java = [`-Xmx${heapMegabytes}m`, ...SHORT_LIVED, '-cp', join(await kafkaJars(), '*')];
  const members = await quorum(count, options);
  const nodes = members.map(
    (member) =>
      new KafkaBroker(
        member,
        quorumSettings(member, members),
        { directory: join(directory, `broker-${member.id}`), clusterId, java },
        log,
      ),
  );
  const stop = async (): Promise<void> => void (await Promise.all(nodes.map((node) => node.stop())));
  // A node answers only when most of them are there.
  await Promise.all(nodes.map((node) => node.start())).catch((error: unknown) =>
    stop().finally(() => {
      throw error;
    }),
  );
  return { brokers: nodes.map(({ address }) => address), nodes, stop };
}

async function quorum(count: number, { port, advertisedPort }: KafkaOptions): Promise<QuorumMember[]> {
  const ports = await freePorts(2 * count);
  return Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    port: ports[index] as number,
    controllerPort: ports[count + index] as number,
    ...(index === 0 && port !== undefined && { port }),
    ...(index === 0 && advertisedPort !== undefined && { advertisedPort }),
  }));
}

/** Kept beside the brokers' own directories, so that one whose disk was lost comes back into the same cluster. */
async function clusterIdOf(directory: string): Promise<string> {
  const file = join(directory, 'cluster-id');
  if (existsSync(file)) return readFile(file, 'utf8');
  await mkdir(directory, { recursive: true });
  const id = randomBytes(16).toString('base64url');
  await writeFile(file, id);
  return id;
}
