import { join } from 'node:path';
import { startEmbeddedPostgres } from '#database';
import { addressFrom, dataDirectory, settingsFrom } from '#room';
import { openExchange, type Exchange } from './open-exchange.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The exchange as the environment says: with `DATABASE_URL` on that PostgreSQL, else on an embedded one in the data directory; with
 * `KAFKA_BROKERS` over Kafka, else through PostgreSQL.
 */
export async function openInstallation(environment: Environment): Promise<Exchange> {
  const address = addressFrom(environment);
  if (environment['DATABASE_URL']) return openExchange(await settingsFrom(environment), address);
  const postgres = await startEmbeddedPostgres({ directory: join(dataDirectory(environment), 'postgres') });
  try {
    const exchange = await openExchange(await settingsFrom(environment, postgres.url), address);
    return { url: exchange.url, close: (drain) => exchange.close(drain).finally(() => postgres.stop()) };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
