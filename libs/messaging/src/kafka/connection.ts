import { Logger } from '@nestjs/common';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import kafkajs, { type Admin, CompressionTypes, Kafka, type LogEntry, logLevel } from 'kafkajs';
import type { KafkaTransport } from '../options.js';
import './mend-kafkajs.js';

const DEFAULT_PARTITIONS = 6;
/** kafkajs: what the broker is set to. */
const BROKERS_REPLICATION = -1;

const FAST = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/**
 * kafkajs knows the number of zstd and leaves the codec to its users. It costs a fraction of gzip, here and at the broker. In place: what a
 * batch takes (1 ms for 100 KB) is less than handing it to another thread and back.
 */
kafkajs.CompressionCodecs[CompressionTypes.ZSTD] = () => ({
  compress: ({ buffer }: { buffer: Buffer }) => Promise.resolve(zstdCompressSync(buffer, FAST)),
  decompress: (bytes: Buffer) => Promise.resolve(zstdDecompressSync(bytes)),
});

/** For who waits for the broker (about half a minute), and for who asks again soon by himself. */
export const PATIENT = { initialRetryTime: 200, maxRetryTime: 3_000, retries: 12 };
export const BRIEF = { initialRetryTime: 100, maxRetryTime: 1_000, retries: 4 };

/** A client of the broker whose log goes to ours. */
export const connectKafka = (transport: KafkaTransport, room: string, retry: typeof PATIENT): Kafka =>
  new Kafka({
    clientId: `yidan-${room}`,
    brokers: [...transport.brokers],
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    retry,
    logLevel: logLevel.WARN,
    logCreator: () => writeLog,
  });

const logger = new Logger('Kafka');

/**
 * What fails for good reaches our code as an error; what kafkajs says of it is for those who look closer. A room starts and works without Kafka, whichever
 * is there first, and says what it waits for.
 */
function writeLog({ level, log, namespace }: LogEntry): void {
  const { message, error } = log as { message: string; error?: unknown };
  if (level === logLevel.ERROR && namespace === 'BrokerPool') return sayWaiting(message);
  const text = `${namespace}: ${message}${typeof error === 'string' ? ` (${error})` : ''}`;
  if (level === logLevel.ERROR && namespace !== 'Connection') logger.warn(text);
  else logger.debug(text);
}

const SAY_EVERY_MS = 5_000;
let saysNext = 0;

/** Every client of the process tries, several times a second. */
function sayWaiting(why: string): void {
  if (performance.now() < saysNext) return;
  saysNext = performance.now() + SAY_EVERY_MS;
  logger.warn(
    `Waiting for Kafka: look at KAFKA_BROKERS, and whether Kafka runs there. 正在等待 Kafka：请检查 KAFKA_BROKERS，以及该处的 Kafka 是否运行。 (${why})`,
  );
}

/** Topics must exist before they are written or heard. Names are those on the broker. Others may create the same ones meanwhile. */
export async function ensureTopics(admin: Admin, names: readonly string[], transport: KafkaTransport): Promise<void> {
  const existing = new Set(await admin.listTopics());
  const missing = names.filter((name) => !existing.has(name));
  if (missing.length === 0) return;
  await admin.createTopics({
    // Who writes or hears next waits for the leaders by itself; kafkajs, asked to wait, fails on a topic that is not everywhere yet.
    waitForLeaders: false,
    topics: missing.map((topic) => ({
      topic,
      numPartitions: transport.partitions ?? DEFAULT_PARTITIONS,
      replicationFactor: BROKERS_REPLICATION,
    })),
  });
}

/** Does something with an admin connection, and closes it. */
export async function withAdmin<Result>(kafka: Kafka, work: (admin: Admin) => Promise<Result>): Promise<Result> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}
