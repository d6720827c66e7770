import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';
import pg from 'pg';
import type { KafkaBroker } from '../../tooling/servers/kafka-broker.js';
import { type KafkaServer, startKafka } from '../../tooling/servers/kafka.js';
import { eventually } from '../support/test-party.js';
import { type Exchanges, expectAsUndisturbed, openExchanges } from './exchanges.js';
import { isFull, proof, sized, tell } from './proof.js';
import { readHandled } from './state.js';

const LOAD_EVERY_MS = sized(400, 150);
/** The target is 30 s after the broker is back. */
const LONGEST_GAP_MS = 60_000;
const TIMEOUT_MS = 900_000;

describe('Kafka under load', () => {
  let directory: string;
  let kafka: KafkaServer;
  let broker: KafkaBroker;
  let client: Kafka;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'yidan-kafka-lost-'));
    kafka = await startKafka({ directory });
    broker = kafka.nodes[0] as KafkaBroker;
    client = new Kafka({ brokers: [...kafka.brokers], logLevel: logLevel.NOTHING });
  });
  afterAll(async () => {
    await kafka.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  /** The load goes on while it happens, and a while before and after. */
  const during = async (what: (exchanges: Exchanges) => Promise<void>): Promise<void> => {
    const exchanges = await openExchanges({ count: sized(1, 2), kafkaBrokers: kafka.brokers });
    try {
      const disturb = async (): Promise<void> => {
        await pause(2_000);
        await what(exchanges);
        await pause(2_000);
      };
      await exchanges.load.during(disturb, LOAD_EVERY_MS);
      await expectAsUndisturbed(await exchanges.outcome());
      expect(await lostMembers(client, exchanges.topicPrefix)).toEqual([]);
    } finally {
      await exchanges.close();
    }
  };

  const deleteAll = ({ topicPrefix }: Exchanges): Promise<void> => deleteTopics(client, topicPrefix);

  const removeDisk = async (): Promise<void> => {
    broker.kill();
    rmSync(join(broker.directory, 'log'), { recursive: true, force: true });
    await broker.restart();
    await pause(5_000);
  };

  const killFourTimes = async ({ databaseUrl }: Exchanges): Promise<void> => {
    const progress = await Progress.watch(databaseUrl);
    const afterReturn: number[] = [];
    for (let kill = 0; kill < 4; kill += 1) {
      broker.kill();
      await pause(sized(500, 6_000));
      await broker.restart();
      afterReturn.push(await progress.next());
      await pause(sized(500, 4_000));
    }
    await progress.stop();
    const seconds = (milliseconds: number): string => (milliseconds / 1_000).toFixed(1);
    tell(
      `the broker killed four times: the longest gap between handled messages was ${seconds(progress.longestGapMs)} s; ` +
        `after it was back the next were handled within ${afterReturn.map(seconds).join(', ')} s`,
    );
    expect(progress.longestGapMs).toBeLessThan(LONGEST_GAP_MS);
  };

  if (isFull) {
    proof('all topics deleted: the same state', () => during(deleteAll), TIMEOUT_MS);
    proof('the broker’s disk gone: the same state', () => during(removeDisk), TIMEOUT_MS);
    proof('killed four times: the same state, and everybody hears again', () => during(killFourTimes), TIMEOUT_MS);
  } else {
    const both = (exchanges: Exchanges): Promise<void> => deleteAll(exchanges).then(() => killFourTimes(exchanges));
    proof(
      'all topics deleted, then killed four times: the same state, everybody hears again',
      () => during(both),
      TIMEOUT_MS,
    );
  }
});

async function deleteTopics(client: Kafka, prefix: string): Promise<void> {
  const admin = client.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(prefix));
  expect(topics.length).toBeGreaterThan(0);
  await admin.deleteTopics({ topics });
  await admin.disconnect();
}

/** Groups without a member. */
async function lostMembers(client: Kafka, prefix: string): Promise<string[]> {
  const admin = client.admin();
  await admin.connect();
  try {
    const names = ['gateway', 'documents', 'commodities', 'clearance', 'tracking'].map((room) => prefix + room);
    return await eventually('members of every group', async () => {
      const { groups } = await admin.describeGroups(names);
      const lost = groups.filter(({ members }) => members.length === 0).map(({ groupId }) => groupId);
      return lost.length === 0 ? lost : undefined;
    });
  } finally {
    await admin.disconnect();
  }
}

const LOOK_MS = 100;

/** Looks when rooms handle messages. */
class Progress {
  longestGapMs = 0;
  private handled = 0;
  private at = Date.now();
  private readonly looking: Promise<void>;
  private isDone = false;

  private constructor(private readonly database: pg.Client) {
    this.looking = this.look();
  }

  static async watch(databaseUrl: string): Promise<Progress> {
    const database = new pg.Client({ connectionString: databaseUrl });
    await database.connect();
    return new Progress(database);
  }

  /** Milliseconds until something more is handled. */
  async next(): Promise<number> {
    const [from, { handled }] = [Date.now(), this];
    const look = async () => (this.handled > handled ? Date.now() - from : undefined);
    return eventually('a message handled', look, LONGEST_GAP_MS);
  }

  async stop(): Promise<void> {
    this.isDone = true;
    await this.looking;
    await this.database.end();
  }

  private async look(): Promise<void> {
    while (!this.isDone) {
      const handled = await readHandled(this.database);
      const now = Date.now();
      this.longestGapMs = Math.max(this.longestGapMs, now - this.at);
      if (handled > this.handled) this.at = now;
      this.handled = handled;
      await pause(LOOK_MS);
    }
  }
}
