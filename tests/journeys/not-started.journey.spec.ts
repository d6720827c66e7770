import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { spawnExchange, startExchange } from '../support/exchange-process.js';
import { freshDatabase, type FreshDatabase } from '../support/servers.js';
import { eventuallyHolds } from '../support/test-party.js';

/** What is said to whoever starts Yidan where it cannot: what failed, the setting to look at, in both languages, and no stack. */
describe('an exchange that cannot start', () => {
  let database: FreshDatabase;
  let directory: string;
  let other: Server;
  let usedPort: string;

  beforeAll(async () => {
    database = await freshDatabase();
    directory = mkdtempSync(join(tmpdir(), 'yidan-not-started-'));
    other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    usedPort = String((other.address() as { port: number }).port);
  });

  afterAll(async () => {
    other.close();
    await database.drop();
    rmSync(directory, { recursive: true, force: true });
  });

  const failureOf = (environment: Record<string, string>): Promise<string> =>
    startExchange({ YIDAN_DATA: directory, DATABASE_URL: database.url, ...environment }).then(
      () => 'It started.',
      (error: Error) => error.message,
    );

  it.each([
    ['PORT', () => ({ PORT: usedPort }), /端口/],
    ['HOST', () => ({ HOST: '999.1.1.1' }), /地址/],
    ['YIDAN_METRICS_PORT', () => ({ YIDAN_METRICS_PORT: usedPort }), /端口/],
    ['DATABASE_URL', () => ({ DATABASE_URL: 'postgresql://yidan@127.0.0.1:1/yidan' }), /数据库/],
    ['YIDAN_DATA', () => ({ YIDAN_DATA: '/dev/null' }), /目录/],
    ['YIDAN_DATA', () => ({ YIDAN_DATA: '/proc/nowhere', DATABASE_URL: '' }), /目录/],
    ['YIDAN_DATA', () => ({ YIDAN_DATA: '/proc' }), /目录/],
    ['YIDAN_DATA', () => ({ YIDAN_DATA: '/proc', DATABASE_URL: '', YIDAN_JWKS_URL: 'http://127.0.0.1:1/' }), /目录/],
    ['KAFKA_BROKERS', () => ({ KAFKA_BROKERS: 'nowhere' }), /Kafka/],
  ])('says so of %s', async (setting, environment, chinese) => {
    const failure = await failureOf(environment());
    expect(failure).toContain('The exchange ended with 1');
    expect(failure).toContain(setting);
    expect(failure).toMatch(chinese);
    expect(failure).not.toMatch(/^ +at /m);
  });

  it('waits for Kafka and says so: the rooms work without it', async () => {
    const kafkaBrokers = '127.0.0.1:1';
    const exchange = await startExchange({
      YIDAN_DATA: directory,
      DATABASE_URL: database.url,
      KAFKA_BROKERS: kafkaBrokers,
    });
    try {
      await eventuallyHolds(async () => {
        expect(exchange.output()).toMatch(/Waiting for Kafka: look at KAFKA_BROKERS.*正在等待 Kafka.*127\.0\.0\.1:1/);
      });
    } finally {
      await exchange.end('SIGTERM');
    }
  });

  it('is stopped while it is still being loaded', async () => {
    const onLoad = `if (url.endsWith('/open-installation.js')) process.kill(process.pid, 'SIGTERM'); return next(url, context)`;
    const hook = `import { registerHooks } from 'node:module'; registerHooks({ load(url, context, next) { ${onLoad} } })`;
    const exchange = spawnExchange({
      YIDAN_DATA: directory,
      DATABASE_URL: database.url,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}`,
    });
    expect(await once(exchange, 'exit')).toEqual([0, null]);
  });

  it('is stopped while it waits for a database that does not answer', async () => {
    const url = `postgresql://yidan@127.0.0.1:${usedPort}/yidan`;
    const exchange = spawnExchange({ YIDAN_DATA: directory, DATABASE_URL: url });
    const ended = once(exchange, 'exit');
    await once(other, 'connection');
    exchange.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});
