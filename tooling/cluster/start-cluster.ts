import { chmod, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { keyDirectory, makeDirectory, settingsFrom } from '#room';
import { freePort, freePorts } from '../servers/free-ports.js';
import { ensureJavaAndMaven } from '../servers/java.js';
import { type KafkaServer, startKafka } from '../servers/kafka.js';
import { ensureNginx } from '../servers/nginx.js';
import { KeptServer } from './kept-server.js';
import type { Killable } from './killable.js';
import { type ClusterPostgres, givenPostgres, OwnPostgres } from './postgres.js';
import { reverseProxy } from './reverse-proxy.js';
import { type RoomInstance, roomInstance, roomNames } from './room-instance.js';

export interface ClusterOptions {
  /** Holds the servers' data and every process's log. Made if missing. */
  readonly directory: string;
  /** Of each room; 2 if absent. */
  readonly replicas?: number;
  /** Kafka brokers; 3 if absent. */
  readonly brokers?: number;
  /** Of the reverse proxy; a free one if absent. */
  readonly port?: number;
  /** A PostgreSQL and Kafka brokers to use instead of the cluster's own. */
  readonly databaseUrl?: string;
  readonly kafkaBrokers?: readonly string[];
  /** The rooms' further settings, as the README lists them. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly log?: (line: string) => void;
}

export interface Cluster {
  /** Of the reverse proxy. */
  readonly url: string;
  readonly proxy: Killable;
  readonly rooms: readonly RoomInstance[];
  /** None where `kafkaBrokers` names others. */
  readonly brokers: readonly (Killable & { readonly address: string; readonly directory: string })[];
  readonly postgres: ClusterPostgres;
  /** Where the key is that tokens are signed with. */
  readonly keys: string;
  /** In the order in which requests walk: the proxy, the rooms, the servers under them. */
  stop(): Promise<void>;
}

/**
 * The whole topology as processes of this machine: PostgreSQL, a Kafka of several brokers, several instances of every room, nginx in
 * front. Everything ends with us, however we end. When something does not start, everything is stopped and its words are in the error.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const started: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const each of started.splice(0).toReversed()) await each();
  };
  try {
    const cluster = await startAll(options, (each) => started.push(each));
    return { ...cluster, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Later = (stop: () => Promise<void>) => void;

async function startAll(options: ClusterOptions, later: Later): Promise<Omit<Cluster, 'stop'>> {
  const { log = () => undefined } = options;
  const directory = resolve(options.directory);
  makeDirectory(directory);
  await chmod(directory, 0o755);
  const nginx = await ensureNginx(log);
  const postgres = await startPostgres(options, directory, log);
  later(() => postgres.stop());
  const kafka = await startBrokers(options, directory, log);
  later(() => kafka.stop());
  const environment = {
    ...options.environment,
    DATABASE_URL: postgres.url,
    KAFKA_BROKERS: kafka.brokers.join(','),
    YIDAN_DATA: directory,
  };
  // Here also the signing key is made: rooms that found none would each make one.
  const { maxDocumentBytes } = await settingsFrom({ ...process.env, ...environment });
  const rooms = await roomsIn(directory, options.replicas ?? 2, environment, log);
  later(async () => void (await Promise.all(rooms.map((room) => room.stop()))));
  await Promise.all(rooms.map((room) => startRoom(room, log)));
  const port = options.port ?? (await freePort());
  const proxy = new KeptServer(
    reverseProxy({ nginx, directory: join(directory, 'nginx'), port, maxDocumentBytes, rooms: portsOf(rooms) }),
    log,
  );
  await proxy.start();
  later(() => proxy.stop());
  log(`nginx answers on port ${port}.`);
  return {
    url: `http://127.0.0.1:${port}`,
    proxy,
    rooms,
    brokers: kafka.nodes,
    postgres,
    keys: keyDirectory(environment),
  };
}

async function startPostgres(
  { databaseUrl }: ClusterOptions,
  directory: string,
  log: (line: string) => void,
): Promise<ClusterPostgres> {
  if (databaseUrl !== undefined) return givenPostgres(databaseUrl);
  const port = await freePort();
  const server = await OwnPostgres.start({ directory: join(directory, 'postgres'), port, log });
  log(`PostgreSQL answers on port ${port}.`);
  return server;
}

async function startBrokers(
  { kafkaBrokers, brokers: count = 3 }: ClusterOptions,
  directory: string,
  log: (line: string) => void,
): Promise<KafkaServer> {
  if (kafkaBrokers !== undefined) return { brokers: kafkaBrokers, nodes: [], stop: async () => undefined };
  await ensureJavaAndMaven(log);
  log(`Starting ${count} Kafka broker${count === 1 ? '' : 's'} (the first time the jars are fetched) …`);
  const kafka = await startKafka({ directory: join(directory, 'kafka'), count, heapMegabytes: 256, log });
  log(`Kafka answers at ${kafka.brokers.join(', ')}.`);
  return kafka;
}

async function roomsIn(
  directory: string,
  replicas: number,
  environment: Readonly<Record<string, string>>,
  log: (line: string) => void,
): Promise<RoomInstance[]> {
  const logDirectory = join(directory, 'rooms');
  await mkdir(logDirectory, { recursive: true });
  const places = roomNames().flatMap((name) =>
    Array.from({ length: replicas }, (_, index) => ({ name, instance: index + 1, logDirectory, environment })),
  );
  const ports = await freePorts(places.length);
  return places.map((place, index) => roomInstance({ ...place, port: ports[index] as number }, log));
}

async function startRoom(room: RoomInstance, log: (line: string) => void): Promise<void> {
  await room.start();
  log(`${room.name} ${room.instance} answers on port ${room.port}.`);
}

const portsOf = (rooms: readonly RoomInstance[]): Map<string, number[]> =>
  new Map(
    [...Map.groupBy(rooms, ({ name }) => name)].map(([name, instances]) => [name, instances.map(({ port }) => port)]),
  );
