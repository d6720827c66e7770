import { Kafka, logLevel } from 'kafkajs';
import { kafkaBrokers } from '../support/servers.js';
import { eventually } from '../support/test-party.js';
import { expectAsUndisturbed, openExchanges } from './exchanges.js';
import { proof, seed, sized, tell } from './proof.js';
import { withDatabase } from './state.js';

const TIMES = 5;

describe('every message five times, in any order, to two instances', () => {
  proof(
    'leads to the same state',
    async () => {
      const brokers = await kafkaBrokers();
      const deliver = new URL('./inside/deliver-five-times.mjs', import.meta.url);
      const exchanges = await openExchanges({
        kafkaBrokers: brokers,
        environment: { NODE_OPTIONS: `--import ${deliver.href}`, RESILIENCE_SEED: String(seed) },
      });
      try {
        await exchanges.load.send(sized(24, 400));
        await exchanges.outcome();
        const said = await withDatabase(exchanges.databaseUrl, countSaid);
        const brought = await untilAllBrought(brokers, exchanges.topicPrefix, said * TIMES);
        tell(`${said} messages were brought ${brought} times`);
        await expectAsUndisturbed(await exchanges.outcome());
      } finally {
        await exchanges.close();
      }
    },
    900_000,
  );
});

const ROOMS = ['gateway', 'documents', 'commodities', 'clearance', 'tracking'];

async function countSaid(database: { query(text: string): Promise<{ rows: { sum: string }[] }> }): Promise<number> {
  const all = ROOMS.map((room) => `SELECT last FROM ${room}.lanes`).join(' UNION ALL ');
  const { rows } = await database.query(`SELECT sum(last) FROM (${all}) AS said`);
  return Number(rows[0]?.sum);
}

/** How many records there are in the end. */
async function untilAllBrought(brokers: readonly string[], prefix: string, wanted: number): Promise<number> {
  const admin = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    return await eventually(`${wanted} records in Kafka`, async () => {
      const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(prefix));
      const offsets = (await Promise.all(topics.map((topic) => admin.fetchTopicOffsets(topic)))).flat();
      const brought = offsets.reduce((sum, { high }) => sum + Number(high), 0);
      return brought >= wanted ? brought : undefined;
    });
  } finally {
    await admin.disconnect();
  }
}
