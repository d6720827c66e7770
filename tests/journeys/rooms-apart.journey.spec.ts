import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSigningKey, type Role } from '#access';
import { type Cluster, startCluster } from '../../tooling/cluster/start-cluster.js';
import type { RoomInstance } from '../../tooling/cluster/room-instance.js';
import { samples } from '../support/samples.js';
import { freshDatabase, type FreshDatabase, kafkaBrokers } from '../support/servers.js';
import { eventually, TestParty } from '../support/test-party.js';

/**
 * Each room is a process of its own, twice; they meet over Kafka, and the parties reach them through nginx. The paint's shipment goes
 * its whole path, while the room that is at work next loses an instance.
 */
describe('the rooms apart, behind the reverse proxy', () => {
  let database: FreshDatabase;
  let directory: string;
  let cluster: Cluster;
  let oneDocumentId: string;
  const said: string[] = [];

  const party = async (code: string, role: Role): Promise<TestParty> => {
    const key = await openSigningKey(cluster.keys);
    return new TestParty(cluster.url, await key.tokenFor({ party: code, role }));
  };
  const isWell = ({ url }: RoomInstance) =>
    eventually(`${url} to be well`, async () => (await fetch(`${url}/health/ready`)).ok || undefined);
  const lodged = async (): Promise<any> => {
    const customs = await party('CUSTOMS-7200', 'customs');
    return eventually('the declaration', async () => {
      const { body } = await customs.get('/v1/declarations?status=lodged');
      return body.items[0];
    });
  };

  beforeAll(async () => {
    database = await freshDatabase();
    directory = mkdtempSync(join(tmpdir(), 'yidan-rooms-apart-'));
    chmodSync(directory, 0o755);
    cluster = await startCluster({
      directory,
      databaseUrl: database.url,
      kafkaBrokers: await kafkaBrokers(),
      environment: { YIDAN_TOPIC_PREFIX: `${randomBytes(4).toString('hex')}.` },
      log: (line) => said.push(line),
    });
  });

  afterAll(async () => {
    await cluster?.stop();
    await database.drop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('are two processes each, all well', async () => {
    expect(new Set(cluster.rooms.map(({ pid }) => pid)).size).toBe(10);
    for (const room of cluster.rooms) await isWell(room);
  });

  it('take a standing instruction and both documents, and make one record of them', async () => {
    const forwarder = await party('FWD-LUHAI', 'forwarder');
    const instructions = [{ type: 'export', mode: 'advance', action: 'lodge' }];
    expect((await forwarder.put('/v1/declarations/standing-instructions', { instructions })).status).toBe(200);
    const bill = await (await party('LINE-HAIBEI', 'ocean-carrier')).sendAndWait(samples.paintBill());
    const waybill = await (await party('RAIL-CHENGDU', 'rail')).sendAndWait(samples.paintWaybill());
    expect([bill.status, waybill.status]).toEqual(['accepted', 'accepted']);
    expect(waybill.oneDocumentId).toBe(bill.oneDocumentId);
    oneDocumentId = bill.oneDocumentId as string;
    const { legs, goodsItems } = await forwarder.record(oneDocumentId);
    expect(legs.map(({ mode }) => mode)).toEqual(['rail', 'sea']);
    expect(goodsItems.map(({ hsCode }) => hsCode).toSorted()).toEqual(['320820', '691110']);
  });

  it('declare it once, and answer customs though an instance of clearance is killed', async () => {
    const { declarationId } = await lodged();
    const customs = await party('CUSTOMS-7200', 'customs');
    const instance = cluster.rooms.find(({ name }) => name === 'clearance') as RoomInstance;
    const { pid } = instance;
    instance.kill();
    await eventually('its end', async () => instance.pid !== pid || undefined);
    for (const response of ['accepted', 'released'])
      expect((await customs.post(`/v1/declarations/${declarationId}/responses`, { response })).status).toBe(201);
    const { body } = await (await party('FWD-LUHAI', 'forwarder')).get(`/v1/declarations/${declarationId}`);
    expect(body).toMatchObject({ status: 'released', oneDocumentId });
    expect((await customs.get('/v1/declarations')).body.items).toHaveLength(1);
    await eventually('the killed instance', async () => said.find((line) => line === 'clearance 1 is back.'));
    await isWell(instance);
  });

  it('tell the whole way in the timeline', async () => {
    const forwarder = await party('FWD-LUHAI', 'forwarder');
    const items = await eventually('the release in the timeline', async () => {
      const { body } = await forwarder.get(`/v1/one-documents/${oneDocumentId}/timeline`);
      return JSON.stringify(body).includes('released') ? (body.items as any[]) : undefined;
    });
    expect(new Set(items.map(({ source }) => source.room))).toEqual(new Set(['documents', 'clearance']));
  });
});
