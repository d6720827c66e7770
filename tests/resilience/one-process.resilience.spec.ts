import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openSigningKey } from '#access';
import type { OneDocument } from '#domain';
import { startExchange } from '../support/exchange-process.js';
import { interchangeOf } from '../support/interchange.js';
import { randomFrom } from '../support/random.js';
import { freshDatabase, type FreshDatabase } from '../support/servers.js';
import { enginesShipment, paintShipment } from '../support/shipments.js';
import { eventually, TestParty, type SentDocument } from '../support/test-party.js';
import { proof, seed, sized } from './proof.js';

const ROUNDS = sized(4, 20);
const INTERCHANGE_ROUNDS = sized(2, 10);
const DOCUMENTS_A_ROUND = 3;
const LONGEST_LIFE_MS = 300;
const BILLS = 40;
const LIMIT_MS = 900_000;

describe('the one process killed between the 202 and the record', () => {
  let database: FreshDatabase;
  let directory: string;

  beforeAll(async () => {
    database = await freshDatabase();
    directory = mkdtempSync(join(tmpdir(), 'yidan-kill-'));
  });

  afterAll(async () => {
    await database.drop();
    rmSync(directory, { recursive: true, force: true });
  });

  proof(
    'has every record, once',
    async () => {
      const environment = { DATABASE_URL: database.url, YIDAN_DATA: directory };
      const key = await openSigningKey(join(directory, 'keys'));
      const token = await key.tokenFor({ party: 'RAIL', role: 'rail' });
      const next = randomFrom(seed);
      const received = new Map<string, string>();
      for (let round = 0; round < ROUNDS; round += 1) {
        const exchange = await startExchange(environment);
        const rail = new TestParty(exchange.url, token);
        for (let which = 0; which < DOCUMENTS_A_ROUND; which += 1) {
          const shipment = enginesShipment();
          const { status, body } = await rail.send(shipment.waybill());
          expect(status).toBe(202);
          received.set(body.documentId, shipment.waybillNumber);
        }
        await pause(next() * LONGEST_LIFE_MS);
        await exchange.end('SIGKILL');
      }
      const exchange = await startExchange(environment);
      const rail = new TestParty(exchange.url, token);
      const records = new Map<string, OneDocument>();
      for (const [documentId, waybillNumber] of received) {
        const document = await rail.checked(documentId);
        expect(document.status).toBe('accepted');
        const found = await eventually(`the record of ${documentId}`, async () => {
          const { body } = await rail.get(`/v1/one-documents?transportDocument=${waybillNumber}`);
          return body.items.length > 0 ? (body.items as OneDocument[]) : undefined;
        });
        expect(found).toHaveLength(1);
        expect(found[0]).toMatchObject({ id: document.oneDocumentId, version: 1 });
        expect(found[0]?.transportDocuments.map((source) => source.documentId)).toEqual([documentId]);
        records.set((found[0] as OneDocument).id, found[0] as OneDocument);
      }
      expect(records.size).toBe(ROUNDS * DOCUMENTS_A_ROUND);
      expect(await exchange.end('SIGTERM')).toBe(0);
    },
    LIMIT_MS,
  );

  proof(
    'has every bill of an interchange, once',
    async () => {
      const environment = { DATABASE_URL: database.url, YIDAN_DATA: directory };
      const key = await openSigningKey(join(directory, 'keys'));
      const token = await key.tokenFor({ party: 'LINE', role: 'ocean-carrier' });
      const next = randomFrom(seed);
      const bytes = interchangeOf(
        'HB000999',
        Array.from({ length: BILLS }, () => paintShipment().message()),
      );
      for (let round = 0; round < INTERCHANGE_ROUNDS; round += 1) {
        const exchange = await startExchange(environment);
        expect((await new TestParty(exchange.url, token).send(bytes)).status).toBe(202);
        await pause(next() * LONGEST_LIFE_MS);
        await exchange.end('SIGKILL');
      }
      const exchange = await startExchange(environment);
      const line = new TestParty(exchange.url, token);
      const { documentId } = (await line.send(bytes)).body;
      expect(await line.checked(documentId)).toMatchObject({
        messages: { total: BILLS, accepted: BILLS, rejected: 0 },
      });
      const { body } = await line.get(`/v1/documents/${documentId}/messages?limit=200`);
      const messages = body.items as SentDocument[];
      const records = await Promise.all(messages.map(({ oneDocumentId }) => line.record(oneDocumentId)));
      expect(records.map(({ transportDocuments }) => transportDocuments.map((source) => source.documentId))).toEqual(
        messages.map((message) => [message.documentId]),
      );
      expect(new Set(records.map(({ id }) => id)).size).toBe(BILLS);
      await exchange.end('SIGTERM');
    },
    LIMIT_MS,
  );
});
