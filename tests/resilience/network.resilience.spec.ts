import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type KafkaServer, startKafka } from '../../tooling/servers/kafka.js';
import { freePort } from '../../tooling/servers/free-ports.js';
import { eventually } from '../support/test-party.js';
import { type Exchanges, expectAsUndisturbed, openExchanges } from './exchanges.js';
import { isFull, proof, sized, tell } from './proof.js';
import { type Condition, TcpProxy } from './tcp-proxy.js';

/** Longer than a caller waits for an answer. */
const SILENCE_MS = sized(18_000, 45_000);
/** What a room needs to give up a connection that is half open, and a little more. */
const RECOVERY_MS = 75_000;

describe('the network to PostgreSQL and to the broker', () => {
  let directory: string;
  let kafka: KafkaServer;
  let toKafka: TcpProxy;
  let toPostgres: TcpProxy;
  let postgresPort: number;
  let exchanges: Exchanges;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'yidan-network-'));
    const port = await freePort();
    toKafka = await TcpProxy.open(() => port);
    toPostgres = await TcpProxy.open(() => postgresPort);
    kafka = await startKafka({ directory, port, advertisedPort: toKafka.port });
    exchanges = await openExchanges({
      count: sized(1, 2),
      kafkaBrokers: [`127.0.0.1:${toKafka.port}`],
      databaseUrlSeen: (databaseUrl) => {
        const url = new URL(databaseUrl);
        postgresPort = Number(url.port);
        url.port = String(toPostgres.port);
        return url.href;
      },
    });
  });
  afterAll(async () => {
    await exchanges?.close();
    await kafka?.stop();
    toKafka?.close();
    toPostgres?.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const becomes = async (condition: Condition, milliseconds: number, ...networks: TcpProxy[]): Promise<void> => {
    for (const network of networks) network.become(condition);
    await pause(milliseconds);
    for (const network of networks) network.become('well');
    await pause(1_000);
  };

  proof(
    'slow, cut and half open: nothing acknowledged is lost, 503 while it lasts, and well again by itself',
    async () => {
      const { load } = exchanges;
      const { answers } = load;
      await load.during(async () => {
        await becomes('slow', sized(2_000, 15_000), toPostgres, toKafka);
        await becomes('cut', sized(2_000, 10_000), toPostgres);
        await becomes('cut', sized(2_000, 10_000), toKafka);
        if (isFull) await becomes('silent', SILENCE_MS, toKafka);
        const [refused, accepted] = [answers.unavailable, answers.accepted];
        const silent = [toPostgres, ...(isFull ? [] : [toKafka])];
        for (const network of silent) network.become('silent');
        await pause(SILENCE_MS);
        await eventually('a document told to come again', async () => answers.unavailable > refused || undefined);
        const [during, at] = [answers.accepted, Date.now()];
        for (const network of silent) network.become('well');
        await eventually(
          'a document acknowledged again',
          async () => answers.accepted > during || undefined,
          RECOVERY_MS,
        );
        tell(
          `PostgreSQL silent for ${SILENCE_MS / 1_000} s: ${during - accepted} acknowledged, ${answers.unavailable - refused} told to come again; ` +
            `acknowledged again ${((Date.now() - at) / 1_000).toFixed(1)} s after`,
        );
        await pause(2_000);
      }, 400);
      tell(JSON.stringify(answers));
      await expectAsUndisturbed(await exchanges.outcome());
    },
    900_000,
  );
});
