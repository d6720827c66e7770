import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSigningKey, type Role } from '#access';
import { settingsFrom, type RoomSettings } from '#room';
import { openExchange } from '../../apps/exchange/src/open-exchange.js';
import { freshDatabase, kafkaBrokers } from './servers.js';
import { TestParty } from './test-party.js';

export const TRANSPORTS = ['postgres', 'kafka'] as const;
export type TransportKind = (typeof TRANSPORTS)[number];

/** A whole exchange in the test's process, on a database and a topic prefix of its own. */
export interface Installation {
  readonly url: string;
  readonly settings: RoomSettings;
  /** Someone who calls with a token of the installation's own key. `lifetime` as jose writes it: `8h`, `-1m`. */
  party(code: string, role: Role, lifetime?: string): Promise<TestParty>;
  /** A person at a party. */
  person(name: string, code: string, role: Role): Promise<TestParty>;
  close(): Promise<void>;
}

export async function openInstallation(
  transport: TransportKind,
  environment: Readonly<Record<string, string>> = {},
): Promise<Installation> {
  const database = await freshDatabase();
  const directory = mkdtempSync(join(tmpdir(), 'yidan-journey-'));
  const settings = await settingsFrom({
    DATABASE_URL: database.url,
    YIDAN_DATA: directory,
    YIDAN_LOG_FORMAT: 'text',
    YIDAN_LOG_LEVEL: 'warn',
    YIDAN_TOPIC_PREFIX: `${randomBytes(4).toString('hex')}.`,
    ...environment,
    ...(transport === 'kafka' && { KAFKA_BROKERS: (await kafkaBrokers()).join(',') }),
  });
  const exchange = await openExchange(settings, { port: 0, host: '127.0.0.1' });
  const key = await openSigningKey(join(directory, 'keys'));
  return {
    url: exchange.url,
    settings,
    party: async (party, role, lifetime) => new TestParty(exchange.url, await key.tokenFor({ party, role }, lifetime)),
    person: async (person, party, role) => new TestParty(exchange.url, await key.tokenFor({ party, role, person })),
    close: async () => {
      await exchange.close();
      await database.drop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
