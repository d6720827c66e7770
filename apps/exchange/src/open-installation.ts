import { join } from 'node:path';
import { startEmbeddedPostgres } from '#database';
import { dataDirectory, settingsFrom, wholeNumber } from '#room';
import { openExchange, type Exchange } from './open-exchange.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The exchange as the environment says: with `DATABASE_URL` on that PostgreSQL, else on an embedded one in the data directory; with
 * `KAFKA_BROKERS` over Kafka, else through PostgreSQL.
 */
export async function openInstallation(environment: Environment): Promise<Exchange> {
  const address = { port: wholeNumber(environment, 'PORT', 3000), host: environment['HOST'] ?? '127.0.0.1' };
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
