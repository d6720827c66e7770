import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  answering,
  embeddedServer,
  isAlive,
  partyOf,
  startCommand,
  startProgram,
  temporaryDirectory,
  type Ending,
  type Running,
} from '../support/processes.js';
import { freshDatabase, type FreshDatabase } from '../support/servers.js';
import { samples } from '../support/samples.js';
import { TestParty } from '../support/test-party.js';

const EXCHANGE = 'apps/exchange/src/main.js';
const GATEWAY = 'apps/gateway/src/main.js';
const TIMEOUT_MS = 120_000;

const token = (data: string, ...args: string[]): Promise<Ending> =>
  startCommand(process.execPath, ['dist/tooling/token.js', ...args], { YIDAN_DATA: data }).ended;

describe('the exchange as a program, on its embedded PostgreSQL', () => {
  const data = join(temporaryDirectory(), 'data');
  let exchange: Running;
  let url: string;
  let documentId: string;

  const start = async (): Promise<void> => {
    exchange = startProgram(EXCHANGE, { YIDAN_DATA: data, PORT: '0' });
    url = await answering(exchange);
  };

  it(
    'starts where npm run token was before, and knows that token',
    async () => {
      const command = ['run', '--silent', 'token', '--', '--party', 'RAIL-YUGUI', '--role', 'rail'];
      const { status, stdout } = await startCommand('npm', command, { YIDAN_DATA: data }).ended;
      expect(status).toBe(0);
      await start();
      const rail = new TestParty(url, stdout.trim());
      const sent = await rail.sendAndWait(samples.enginesWaybill());
      expect(sent.status).toBe('accepted');
      documentId = sent.documentId;
    },
    TIMEOUT_MS,
  );

  it('refuses a second exchange on the same data directory', async () => {
    await refusesToStart(EXCHANGE, { YIDAN_DATA: data, PORT: '0' }, /in use by process \d+\. Stop it first/);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  });

  it('ends with status 0 on SIGTERM while a client goes on asking, and its PostgreSQL with it', async () => {
    const { pid } = embeddedServer(data) as { pid: number };
    const asking = askUntilGone(`${url}/health/live`);
    exchange.kill('SIGTERM');
    expect(await exchange.ended).toMatchObject({ status: 0, stderr: '' });
    expect(isAlive(pid)).toBe(false);
    await asking;
  });

  it(
    'keeps what it had, and stops in order when it is told so twice, as a terminal does',
    async () => {
      await start();
      const rail = await partyOf(data, url, 'RAIL-YUGUI', 'rail');
      expect((await rail.get(`/v1/documents/${documentId}`)).body.status).toBe('accepted');
      const { bytes } = await rail.get(`/v1/documents/${documentId}/original`);
      expect(bytes.equals(samples.enginesWaybill())).toBe(true);
      const { pid } = embeddedServer(data) as { pid: number };
      exchange.kill('SIGINT');
      await exchange.says(/Stopping/);
      exchange.kill('SIGINT');
      expect(await exchange.ended).toMatchObject({ status: 0 });
      expect(isAlive(pid)).toBe(false);
    },
    TIMEOUT_MS,
  );

  it(
    'takes its PostgreSQL along when it is stopped while it starts',
    async () => {
      exchange = startProgram(EXCHANGE, { YIDAN_DATA: data, PORT: '0' });
      const server = await untilServerRuns(data);
      exchange.kill('SIGTERM');
      await exchange.ended;
      while (isAlive(server.pid)) await new Promise((resolve) => setTimeout(resolve, 50));
    },
    TIMEOUT_MS,
  );
});

describe('a program that cannot start says why in one sentence', () => {
  const data = temporaryDirectory();
  let database: FreshDatabase;
  let occupant: Server;
  let PORT: string;

  beforeAll(async () => {
    database = await freshDatabase();
    occupant = createServer();
    await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
    PORT = String((occupant.address() as AddressInfo).port);
  }, TIMEOUT_MS);

  afterAll(async () => {
    occupant.close();
    await database.drop();
  });

  const databaseWith = (change: (url: URL) => void): string => {
    const url = new URL(database.url);
    change(url);
    return url.href;
  };

  it.each([EXCHANGE, GATEWAY])('%s: nobody answers at the DATABASE_URL', async (program) => {
    const DATABASE_URL = 'postgresql://yidan:secret@127.0.0.1:1/yidan';
    await refusesToStart(program, { DATABASE_URL, YIDAN_DATA: data }, /127\.0\.0\.1:1\b.*ECONNREFUSED.*DATABASE_URL/);
  });

  it.each([EXCHANGE, GATEWAY])('%s: a DATABASE_URL that is none', async (program) => {
    await refusesToStart(program, { DATABASE_URL: 'secret', YIDAN_DATA: data }, /DATABASE_URL.*postgresql:\/\//);
  });

  it('the database does not exist', async () => {
    const DATABASE_URL = databaseWith((url) => (url.pathname = '/nowhere'));
    await refusesToStart(EXCHANGE, { DATABASE_URL, YIDAN_DATA: data }, /database "nowhere" does not exist.*DATABASE_URL/);
  });

  it('the password is wrong', async () => {
    const DATABASE_URL = databaseWith((url) => (url.password = 'secret'));
    await refusesToStart(EXCHANGE, { DATABASE_URL, YIDAN_DATA: data }, /password authentication failed.*DATABASE_URL/);
  });

  it('a room alone has no DATABASE_URL', async () => {
    await refusesToStart(GATEWAY, { YIDAN_DATA: data }, /Set DATABASE_URL/);
  });

  it.each([EXCHANGE, GATEWAY])('%s: the port is in use', async (program) => {
    const environment = { DATABASE_URL: database.url, YIDAN_DATA: data, PORT };
    await refusesToStart(program, environment, new RegExp(`Port ${PORT} .*in use.*PORT`));
  });

  it.each([EXCHANGE, GATEWAY])('%s: the port is none', async (program) => {
    const environment = { DATABASE_URL: database.url, YIDAN_DATA: data, PORT: '70000' };
    await refusesToStart(program, environment, /PORT .*"70000"/);
  });

  it('nobody answers at KAFKA_BROKERS', async () => {
    const environment = { DATABASE_URL: database.url, YIDAN_DATA: data, PORT: '0', KAFKA_BROKERS: '127.0.0.1:1' };
    const { status, stderr } = await startProgram(GATEWAY, environment).ended;
    expect(status).toBe(1);
    expect(stderr.trim().split('\n').at(-1)).toMatch(/127\.0\.0\.1:1.*KAFKA_BROKERS/);
  }, TIMEOUT_MS);
});

describe('npm run token', () => {
  const data = temporaryDirectory();

  it.each([
    ['an unknown role', ['--party', 'FWD-YUXIN', '--role', 'smuggler']],
    ['no party', ['--role', 'forwarder']],
    ['a party code that no token may carry', ['--party', ' ', '--role', 'forwarder']],
    ['an unknown option', ['--party', 'FWD-YUXIN', '--role', 'forwarder', '--for', 'ever']],
    ['a lifetime that is none', ['--party', 'FWD-YUXIN', '--role', 'forwarder', '--lifetime', 'soon']],
  ])('shows its usage, status 2, for %s', async (_what, args) => {
    const { status, stdout, stderr } = await token(data, ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/Usage: .*--party CODE --role forwarder\|rail\|/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

/** Status 1, one line on standard error that fits, no password in it. */
async function refusesToStart(program: string, environment: Record<string, string>, why: RegExp): Promise<void> {
  const { status, stdout, stderr } = await startProgram(program, { PORT: '0', ...environment }).ended;
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr.trim()).toMatch(why);
  expect(stderr.trim()).not.toContain('\n');
  expect(stderr).not.toContain('secret');
}

/** A client that keeps its connection and asks again as soon as it has an answer. */
async function askUntilGone(url: string): Promise<void> {
  for (;;) {
    try {
      await (await fetch(url)).text();
    } catch {
      return;
    }
  }
}

async function untilServerRuns(data: string): Promise<{ readonly pid: number }> {
  for (;;) {
    const server = embeddedServer(data);
    if (server && isAlive(server.pid)) return server;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
