import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSigningKey } from '#access';
import { startExchange } from '../support/exchange-process.js';
import { openInstallation, type Installation } from '../support/installation.js';
import { freshDatabase } from '../support/servers.js';
import { enginesShipment } from '../support/shipments.js';
import { eventually, eventuallyHolds, TestParty } from '../support/test-party.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';

const OPENED = { YIDAN_WEBHOOK_NETWORKS: '127.0.0.0/8' };

interface Hooked {
  readonly receiver: WebhookReceiver;
  readonly path: string;
}

async function hookUp(party: TestParty): Promise<Hooked> {
  const receiver = new WebhookReceiver();
  await receiver.open();
  const { status, body } = await party.post('/v1/webhooks', { url: receiver.url });
  expect(status).toBe(201);
  receiver.secret = body.secret;
  return { receiver, path: `/v1/webhooks/${body.webhookId}` };
}

/** The record of a shipment on the forwarder's account. */
async function shipBy(rail: TestParty, line: TestParty): Promise<string> {
  const shipment = enginesShipment();
  await rail.sendAndWait(shipment.waybill());
  return (await line.sendAndWait(shipment.bill())).oneDocumentId as string;
}

const holds = (receiver: WebhookReceiver, record: string): Promise<void> =>
  eventuallyHolds(async () => {
    expect(receiver.kindsOf(record)).toEqual(['record.documentAdded', 'record.documentAdded']);
    expect(receiver.wrong).toEqual([]);
  });

/** A party is told its news at an address of its own. */
describe('webhooks', () => {
  let yidan: Installation;
  let rail: TestParty;
  let line: TestParty;
  let forwarder: TestParty;
  const receivers: WebhookReceiver[] = [];

  beforeAll(async () => {
    yidan = await openInstallation('postgres', OPENED);
    rail = await yidan.party('RAIL-YUGUI', 'rail');
    line = await yidan.party('LINE-HAIBEI', 'ocean-carrier');
    forwarder = await yidan.party('FWD-YUXIN', 'forwarder');
  });

  afterAll(async () => {
    await Promise.all(receivers.map((receiver) => receiver.close()));
    await yidan.close();
  });

  const hooked = async (party: TestParty): Promise<Hooked> => {
    const hook = await hookUp(party);
    receivers.push(hook.receiver);
    return hook;
  };

  const ship = (): Promise<string> => shipBy(rail, line);

  const fails = (path: string, lastTry: object): Promise<void> =>
    eventuallyHolds(async () => {
      const { body } = await forwarder.get(path);
      expect(body).toMatchObject({ state: 'failing', lastTry, nextTryAt: expect.any(String) });
    });

  const isUnsigned = async (path: string): Promise<void> => {
    const { bytes } = await forwarder.get(path);
    expect(bytes.toString('utf8')).not.toContain('whsec_');
  };

  it('tell the party’s news, signed, in its order, and to others not at all', async () => {
    const mine = await hooked(forwarder);
    const strangers = await hooked(await yidan.party('FWD-LUHAI', 'forwarder'));
    const { body: start } = await forwarder.get('/v1/news');
    const records = [await ship(), await ship()];
    for (const record of records) await holds(mine.receiver, record);
    const { body: asked } = await forwarder.get(`/v1/news?cursor=${start.nextCursor}`);
    expect(mine.receiver.taken.flatMap(({ body }) => body.items)).toEqual(asked.items);
    await eventuallyHolds(async () => {
      const { body } = await forwarder.get(mine.path);
      expect(body).toMatchObject({ state: 'active', deliveredTo: asked.nextCursor, lastTry: { status: 204 } });
    });
    expect(strangers.receiver.asked).toBe(0);
    await isUnsigned(mine.path);
    await isUnsigned('/v1/webhooks');
    await forwarder.delete(mine.path);
  });

  it('leave nothing out and repeat under the same id while the receiver fails', async () => {
    const { receiver, path } = await hooked(forwarder);
    const records: string[] = [];
    const failing = async (answers: number | undefined, lastTry: object) => {
      receiver.answers = answers;
      records.push(await ship());
      await forwarder.post(`${path}/resumption`, {});
      await fails(path, lastTry);
    };
    await failing(500, { status: 500 });
    await failing(302, { status: 302 });
    await failing(undefined, { error: 'timeout' });
    await receiver.close();
    await failing(204, { error: 'unreachable' });
    await receiver.open();
    await forwarder.post(`${path}/resumption`, {});
    for (const record of records) await holds(receiver, record);
    expect(new Set(receiver.records())).toEqual(new Set(records));
    await forwarder.delete(path);
  });

  it('stop where the receiver says that it is gone, and go on when told to', async () => {
    const { receiver, path } = await hooked(forwarder);
    receiver.answers = 410;
    const record = await ship();
    await eventuallyHolds(async () =>
      expect((await forwarder.get(path)).body).toMatchObject({ state: 'stopped', stoppedBecause: 'gone' }),
    );
    receiver.answers = 204;
    expect((await forwarder.post(`${path}/resumption`, {})).body).toMatchObject({ state: 'active' });
    await holds(receiver, record);
    await forwarder.delete(path);
  });

  it('are tried, and sign with the new secret and for a day with the old', async () => {
    const { receiver, path } = await hooked(forwarder);
    expect((await forwarder.post(`${path}/test`, {})).body).toEqual({ status: 204 });
    const { body } = await forwarder.post(`${path}/secret`, {});
    expect((await forwarder.post(`${path}/test`, {})).body).toEqual({ status: 204 });
    receiver.secret = body.secret;
    expect((await forwarder.post(`${path}/test`, {})).body).toEqual({ status: 204 });
    expect([receiver.asked, receiver.wrong]).toEqual([3, []]);
    await forwarder.delete(path);
  });

  it('are each party’s own', async () => {
    const { path } = await hooked(forwarder);
    const others = [await yidan.party('FWD-LUHAI', 'forwarder'), await yidan.party('FWD-YUXIN', 'customs')];
    for (const other of others) {
      const answers = [
        await other.get(path),
        await other.delete(path),
        await other.post(`${path}/resumption`, {}),
        await other.post(`${path}/secret`, {}),
        await other.post(`${path}/test`, {}),
      ];
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
        answers.map(() => [404, 'TRACKING.WEBHOOK_NOT_FOUND']),
      );
    }
    expect((await (await yidan.party('OPERATIONS', 'operator')).get('/v1/webhooks')).status).toBe(403);
    await forwarder.delete(path);
    expect((await forwarder.get(path)).status).toBe(404);
  });

  it('are ten at most, at addresses that may be called', async () => {
    const port = await yidan.party('PORT-QZ', 'port');
    const make = (url: string) => port.post('/v1/webhooks', { url });
    for (const url of [
      'http://8.8.8.8/',
      'https://10.0.0.1/',
      'https://[::1]/',
      'ftp://127.0.0.1/',
      'https://a:b@c.example/',
      'x',
    ])
      expect(await make(url)).toMatchObject({ status: 422, body: { code: 'TRACKING.WEBHOOK_URL' } });
    expect((await port.post('/v1/webhooks', {})).status).toBe(400);
    for (const [kinds, path] of [
      [[], '/kinds'],
      [['declaration.released', 'declaration.paid'], '/kinds/1'],
      [['leg.departure'], '/kinds/0'],
    ])
      expect(await port.post('/v1/webhooks', { url: 'https://hooks.example/', kinds })).toMatchObject({
        status: 400,
        body: { code: 'REQUEST.BODY', errors: [{ path }] },
      });
    const made = await Promise.all(Array.from({ length: 12 }, () => make('https://hooks.example/')));
    expect(made.filter(({ status }) => status === 201)).toHaveLength(10);
    expect(made.find(({ status }) => status !== 201)).toMatchObject({
      status: 409,
      body: { code: 'TRACKING.WEBHOOK_LIMIT' },
    });
    expect((await port.get('/v1/webhooks')).body.items).toHaveLength(10);
  });
});

describe('webhooks where no network is opened', () => {
  it('are not at this machine, by no name', async () => {
    const yidan = await openInstallation('postgres');
    const forwarder = await yidan.party('FWD-YUXIN', 'forwarder');
    for (const url of ['https://127.0.0.1/', 'http://hooks.example/', 'https://2130706433/', 'https://localhost/'])
      expect((await forwarder.post('/v1/webhooks', { url })).body).toMatchObject({ code: 'TRACKING.WEBHOOK_URL' });
    await yidan.close();
  });
});

describe('webhooks of several processes', () => {
  it('are called by one at a time, and again when it was killed in the middle', async () => {
    const database = await freshDatabase();
    const directory = mkdtempSync(join(tmpdir(), 'yidan-webhooks-'));
    const key = await openSigningKey(join(directory, 'keys'));
    const start = () => startExchange({ DATABASE_URL: database.url, YIDAN_DATA: directory, ...OPENED });
    const killed = await start();
    const tokens = [
      await key.tokenFor({ party: 'RAIL-YUGUI', role: 'rail' }),
      await key.tokenFor({ party: 'LINE-HAIBEI', role: 'ocean-carrier' }),
      await key.tokenFor({ party: 'FWD-YUXIN', role: 'forwarder' }),
    ];
    const partiesAt = (url: string) =>
      tokens.map((token) => new TestParty(url, token)) as [TestParty, TestParty, TestParty];
    const [rail, line, forwarder] = partiesAt(killed.url);
    const { receiver, path } = await hookUp(forwarder);
    receiver.answers = undefined;
    const first = await shipBy(rail, line);
    await eventually('the first call', async () => (receiver.asked > 0 ? true : undefined));
    await killed.end('SIGKILL');
    receiver.answers = 204;
    const [one, other] = [await start(), await start()];
    const [railAgain, lineAgain] = partiesAt(one.url);
    const records = [first, await shipBy(railAgain, lineAgain), await shipBy(railAgain, lineAgain)];
    for (const record of records) await holds(receiver, record);
    expect(new Set(receiver.records())).toEqual(new Set(records));
    expect(receiver.atOnce).toBe(1);
    await new TestParty(other.url, forwarder.token).delete(path);
    for (const exchange of [one, other]) {
      await exchange.end('SIGTERM');
      expect(exchange.output()).not.toContain('whsec_');
    }
    await receiver.close();
    await database.drop();
    rmSync(directory, { recursive: true, force: true });
  });
});
