import { existsSync, mkdirSync, statSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { openSigningKey, OWN_AUDIENCE, OWN_ISSUER, type TokenIssuer } from '#access';
import { type LogSettings, logSettingsFrom } from './logs/log-settings.js';

/** Where a room finds what it needs. */
export interface RoomSettings {
  readonly databaseUrl: string;
  /** Absent: messages travel through PostgreSQL. */
  readonly kafkaBrokers?: readonly string[];
  /** Before every topic and consumer group, so that several installations can share brokers. Empty by default. */
  readonly topicPrefix: string;
  readonly tokens: TokenIssuer;
  readonly maxDocumentBytes: number;
  /** How long what a room said stays in its outbox at least. */
  readonly keepSentHours: number;
  /** Messages may be that old before the room says it is not ready. */
  readonly maxLagSeconds: number;
  /** Where metrics are shown; absent: at `/metrics` beside the rooms' routes. */
  readonly metricsPort?: number;
  readonly logs: LogSettings;
  /** How long a process that was told to stop still takes requests, while it says that it is not ready. */
  readonly drainSeconds: number;
  /** Networks outside the public internet whose webhooks are called, over http too. */
  readonly webhookNetworks: BlockList;
}

/** Where a process answers. */
export interface Address {
  /** 0: a free one. */
  readonly port: number;
  readonly host: string;
}

/** Injection token of `RoomSettings`. */
export const ROOM_SETTINGS = Symbol('RoomSettings');

/** Kafka's default `message.max.bytes` is 1 MiB, envelope included. */
const DEFAULT_MAX_DOCUMENT_BYTES = 900 * 1024;
const DEFAULT_MAX_LAG_SECONDS = 300;
const DEFAULT_DRAIN_SECONDS = 2;
const DEFAULT_KEEP_SENT_HOURS = 7 * 24;

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings from the environment; the README lists them. Throws one sentence naming the variable that is missing or wrong. */
export async function settingsFrom(
  environment: Environment,
  databaseUrl = environment['DATABASE_URL'],
): Promise<RoomSettings> {
  if (databaseUrl === undefined || !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new Error(
      'Set DATABASE_URL to the PostgreSQL database, for example postgresql://yidan:…@localhost:5432/yidan.\n' +
        '请在 DATABASE_URL 中填写 PostgreSQL 数据库，例如 postgresql://yidan:…@localhost:5432/yidan。',
    );
  const brokers = environment['KAFKA_BROKERS'];
  return {
    databaseUrl,
    ...(brokers && { kafkaBrokers: brokers.split(',').map(readBroker) }),
    topicPrefix: environment['YIDAN_TOPIC_PREFIX'] ?? '',
    tokens: await tokenIssuerFrom(environment),
    maxDocumentBytes: wholeNumber(environment, 'YIDAN_MAX_DOCUMENT_BYTES', DEFAULT_MAX_DOCUMENT_BYTES, { from: 1 }),
    keepSentHours: wholeNumber(environment, 'YIDAN_KEEP_SENT_HOURS', DEFAULT_KEEP_SENT_HOURS),
    maxLagSeconds: wholeNumber(environment, 'YIDAN_MAX_LAG_SECONDS', DEFAULT_MAX_LAG_SECONDS),
    ...(environment['YIDAN_METRICS_PORT'] && { metricsPort: wholeNumber(environment, 'YIDAN_METRICS_PORT', 0, PORTS) }),
    logs: logSettingsFrom(environment),
    drainSeconds: wholeNumber(environment, 'YIDAN_DRAIN_SECONDS', DEFAULT_DRAIN_SECONDS),
    webhookNetworks: networks(environment, 'YIDAN_WEBHOOK_NETWORKS'),
  };
}

export const addressFrom = (environment: Environment): Address => ({
  port: wholeNumber(environment, 'PORT', 3000, PORTS),
  host: environment['HOST'] || '127.0.0.1',
});

function readBroker(text: string): string {
  const broker = text.trim();
  if (/^[^\s/]+:\d{1,5}$/.test(broker)) return broker;
  throw new Error(
    `KAFKA_BROKERS must be host:port, with commas between several; "${broker}" is none.\nKAFKA_BROKERS 须为 Kafka 的“主机:端口”，多个以逗号分隔；“${broker}”不是。`,
  );
}

async function tokenIssuerFrom(environment: Environment): Promise<TokenIssuer> {
  const jwksUrl = environment['YIDAN_JWKS_URL'];
  const issuer = environment['YIDAN_ISSUER'] || OWN_ISSUER;
  const audience = environment['YIDAN_AUDIENCE'] || OWN_AUDIENCE;
  if (jwksUrl) return { jwksUrl: readWebUrl('YIDAN_JWKS_URL', jwksUrl), issuer, audience };
  const { jwks } = await openSigningKey(keyDirectory(environment));
  return { jwks, issuer: OWN_ISSUER, audience: OWN_AUDIENCE };
}

function readWebUrl(name: string, text: string): string {
  if (/^https?:/.test(text) && URL.canParse(text)) return text;
  throw new Error(
    `${name} must be an http or https URL; it is "${text}".\n${name} 应为 http 或 https 网址，现为“${text}”。`,
  );
}

/** Everything an embedded installation keeps: PostgreSQL's files, the signing key. Made if missing. */
export function dataDirectory(environment: Environment): string {
  const directory = environment['YIDAN_DATA'] || defaultDataDirectory();
  makeDirectory(resolve(directory));
  return directory;
}

/** With what is missing above it. Node's `recursive` tries for ever where a file system says ENOENT of a directory it does not take, as /proc does. */
export function makeDirectory(directory: string): void {
  if (existsSync(directory)) return;
  if (!existsSync(dirname(directory))) makeDirectory(dirname(directory));
  try {
    mkdirSync(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Here; but as root PostgreSQL runs under an account of its own, and a directory below `/root` is closed to it. */
const defaultDataDirectory = (): string =>
  process.getuid?.() === 0 && !isOpenToOthers(process.cwd()) ? '/var/lib/yidan' : '.yidan';

function isOpenToOthers(directory: string): boolean {
  const parent = dirname(directory);
  return (statSync(directory).mode & 0o001) !== 0 && (parent === directory || isOpenToOthers(parent));
}

export const keyDirectory = (environment: Environment): string => join(dataDirectory(environment), 'keys');

const PORTS = { to: 65_535 };

function wholeNumber(
  environment: Environment,
  name: string,
  otherwise: number,
  { from = 0, to = 999_999_999_999 } = {},
): number {
  const text = environment[name] || String(otherwise);
  if (/^\d{1,12}$/.test(text) && Number(text) >= from && Number(text) <= to) return Number(text);
  throw new Error(
    `${name} must be a whole number from ${from} to ${to}; it is "${text}".\n${name} 应为 ${from} 至 ${to} 的整数，现为“${text}”。`,
  );
}

/** Networks in CIDR notation with commas between; none if absent. */
function networks(environment: Environment, name: string): BlockList {
  const list = new BlockList();
  for (const text of environment[name]?.split(',').filter(Boolean) ?? []) {
    const [, address = '', prefix = ''] = /^\s*([\da-f.:]+)\/(\d{1,3})\s*$/i.exec(text) ?? [];
    const version = isIP(address);
    if (version === 0 || Number(prefix) > (version === 4 ? 32 : 128))
      throw new Error(
        `${name} must be networks such as 10.0.0.0/8,fd00::/8; "${text}" is none.\n${name} 应为网段，例如 10.0.0.0/8,fd00::/8；“${text}”不是。`,
      );
    list.addSubnet(address, Number(prefix), version === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}
