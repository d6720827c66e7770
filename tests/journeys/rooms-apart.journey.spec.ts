import { randomBytes } from 'node:crypto';
import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Room } from '#room';
import { rooms } from '../../apps/exchange/src/rooms.js';
import { answering, partyOf, startProgram, temporaryDirectory, type Running } from '../support/processes.js';
import { freshDatabase, kafkaBrokers, type FreshDatabase } from '../support/servers.js';
import { enginesShipment } from '../support/shipments.js';
import { eventually, type TestParty } from '../support/test-party.js';

const TIMEOUT_MS = 180_000;

/** One process a room, over Kafka and one database, behind a proxy that sends each path to its room. */
describe('the rooms as processes of their own', () => {
  const processes = new Map<Room['name'], Running>();
  const urls = new Map<Room['name'], string>();
  const data = temporaryDirectory();
  let settings: Readonly<Record<string, string>>;
  let database: FreshDatabase;
  let proxy: Server;
  let rail: TestParty;
  let line: TestParty;
  let forwarder: TestParty;
  let customs: TestParty;

  beforeAll(async () => {
    database = await freshDatabase();
    settings = {
      DATABASE_URL: database.url,
      KAFKA_BROKERS: (await kafkaBrokers()).join(','),
      YIDAN_TOPIC_PREFIX: `${randomBytes(4).toString('hex')}.`,
      YIDAN_DATA: data,
      PORT: '0',
    };
    await Promise.all(rooms.map(start));
    proxy = createServer(forward);
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    rail = await partyOf(data, url, 'RAIL-YUGUI', 'rail');
    line = await partyOf(data, url, 'LINE-HAIBEI', 'ocean-carrier');
    forwarder = await partyOf(data, url, 'FWD-YUXIN', 'forwarder');
    customs = await partyOf(data, url, 'CUSTOMS-7200', 'customs');
  }, TIMEOUT_MS);

  afterAll(async () => {
    for (const process of processes.values()) process.kill('SIGKILL');
    proxy.closeAllConnections();
    proxy.close();
    await database.drop();
  });

  async function start({ name }: Room): Promise<void> {
    const process = startProgram(`apps/${name}/src/main.js`, settings);
    processes.set(name, process);
    urls.set(name, await answering(process));
  }

  function forward(request: IncomingMessage, response: ServerResponse): void {
    const { url = '/', method, headers } = request;
    const path = url.split('?')[0] as string;
    const fitting = rooms.filter(({ routes }) => routes.some((route) => route.test(path)));
    if (fitting.length !== 1) throw new Error(`${path} is answered by ${fitting.length} rooms.`);
    const target = new URL(url, urls.get((fitting[0] as Room).name));
    const onward = ask(target, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode as number, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  }

  it('check tokens with the one key they share, although they started together', async () => {
    for (const url of urls.values()) {
      const keys = await (await fetch(`${url}/.well-known/jwks.json`)).json();
      expect(keys).toEqual(await (await fetch(`${urls.get('gateway')}/.well-known/jwks.json`)).json());
    }
  });

  it(
    'bring two documents to a record, its declaration, the release and the timeline',
    async () => {
      const shipment = enginesShipment();
      const waybill = await rail.sendAndWait(shipment.waybill());
      const { oneDocumentId } = await line.sendAndWait(shipment.bill());
      expect(oneDocumentId).toBe(waybill.oneDocumentId);
      expect(await forwarder.record(oneDocumentId)).toMatchObject({ version: 2, join: { result: 'joined' } });

      const declarationId = await declared(oneDocumentId as string);
      for (const response of ['accepted', 'released']) {
        expect((await customs.post(`/v1/declarations/${declarationId}/responses`, { response })).status).toBe(201);
      }
      const kinds = await eventually('the release on the timeline', async () => {
        const { body } = await forwarder.get(`/v1/one-documents/${oneDocumentId}/timeline`);
        const found: string[] = body.items?.map(({ kind }: { kind: string }) => kind) ?? [];
        return found.some((kind) => kind.endsWith('released')) ? found : undefined;
      });
      expect(kinds.length).toBeGreaterThan(4);
    },
    TIMEOUT_MS,
  );

  it(
    'lose nothing when one is killed with documents on their way to it',
    async () => {
      const shipments = Array.from({ length: 5 }, enginesShipment);
      const before = await Promise.all(shipments.map((shipment) => rail.send(shipment.waybill())));
      const documents = processes.get('documents') as Running;
      documents.kill('SIGKILL');
      await documents.ended;
      const after = await Promise.all(shipments.map((shipment) => line.send(shipment.bill())));
      expect([...before, ...after].every(({ status }) => status === 202)).toBe(true);

      await start(rooms.find(({ name }) => name === 'documents') as Room);
      for (const [index, waybill] of before.entries()) {
        const note = await rail.checked(waybill.body.documentId);
        const bill = await line.checked(after[index]?.body.documentId);
        expect(bill).toMatchObject({ status: 'accepted', findings: [], oneDocumentId: note.oneDocumentId });
        expect(await forwarder.record(note.oneDocumentId)).toMatchObject({ version: 2, join: { result: 'joined' } });
      }
    },
    TIMEOUT_MS,
  );

  it(
    'end in order when they are told to',
    async () => {
      const started = Date.now();
      for (const process of processes.values()) process.kill('SIGTERM');
      const endings = await Promise.all([...processes.values()].map(({ ended }) => ended));
      expect(endings).toEqual(endings.map(() => expect.objectContaining({ status: 0, signal: null })));
      expect(Date.now() - started).toBeLessThan(30_000);
    },
    TIMEOUT_MS,
  );

  /** Clearance hears of the record a moment later than its reader does. */
  function declared(oneDocumentId: string): Promise<string> {
    return eventually('the declaration', async () => {
      const order = { oneDocumentId, type: 'export', mode: 'advance' };
      const { status, body } = await forwarder.post('/v1/declarations', order);
      if (status === 404) return undefined;
      expect(status).toBe(201);
      return body.declarationId as string;
    });
  }
});
