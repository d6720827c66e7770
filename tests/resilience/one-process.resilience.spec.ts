import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openSigningKey, type Role } from '#access';
import { projectRoot } from '#contracts';
import { hasValidCheckDigit, type OneDocument } from '#domain';
import { interchangeOf } from '../support/interchange.js';
import { randomFrom } from '../support/random.js';
import { freshDatabase, type FreshDatabase } from '../support/servers.js';
import { samples } from '../support/samples.js';
import { paintShipment } from '../support/shipments.js';
import { eventually, TestParty, type SentDocument } from '../support/test-party.js';
import { proof, seed, sized } from './proof.js';

const ROUNDS = sized(4, 20);
const INTERCHANGE_ROUNDS = sized(2, 10);
const DOCUMENTS_A_ROUND = 3;
const LONGEST_LIFE_MS = 300;
const BILLS = 40;
const LIMIT_MS = sized(240_000, 900_000);

/** The one process, as `npm start` runs it, to be killed. */
async function start(environment: Record<string, string>): Promise<{ child: ChildProcess; url: string }> {
  const program = fileURLToPath(new URL('dist/apps/exchange/src/main.js', projectRoot));
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The exchange ended with ${code}.`)));
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /http:\/\/[\w.]+:\d+/.exec(chunk.toString())?.[0];
      if (found !== undefined) resolve(found);
    });
  });
  return { child, url };
}

const ended = (child: ChildProcess): Promise<void> => new Promise((resolve) => child.once('exit', () => resolve()));

/** The engines' waybill under another number, with containers of its own. */
function waybill(index: number): Buffer {
  const numbers = [0, 1].map((which) => {
    const stem = `YDAU${String(500_000 + index * 2 + which)}`;
    return stem + [...'0123456789'].find((digit) => hasValidCheckDigit(stem + digit));
  });
  const text = samples.enginesWaybill().toString('utf8');
  return Buffer.from(
    text
      .replaceAll('CQ26110417', `CQKILL${index}`)
      .replaceAll('HBL26110881', `BOOKING${index}`)
      .replaceAll('YDAU2004174', numbers[0] as string)
      .replaceAll('YDAU2004180', numbers[1] as string),
  );
}

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
      const environment = { DATABASE_URL: database.url, YIDAN_DATA: directory, PORT: '0' };
      const key = await openSigningKey(join(directory, 'keys'));
      const railOf = async (url: string, role: Role = 'rail') =>
        new TestParty(url, await key.tokenFor({ party: 'RAIL', role }));
      const next = randomFrom(seed);
      const received = new Map<string, number>();
      for (let round = 0; round < ROUNDS; round += 1) {
        const { child, url } = await start(environment);
        const rail = await railOf(url);
        for (let which = 0; which < DOCUMENTS_A_ROUND; which += 1) {
          const index = round * DOCUMENTS_A_ROUND + which;
          const { status, body } = await rail.send(waybill(index));
          expect(status).toBe(202);
          received.set(body.documentId, index);
        }
        await pause(next() * LONGEST_LIFE_MS);
        const gone = ended(child);
        child.kill('SIGKILL');
        await gone;
      }
      const { child, url } = await start(environment);
      const rail = await railOf(url);
      const records = new Map<string, OneDocument>();
      for (const [documentId, index] of received) {
        const document = await rail.checked(documentId);
        expect(document.status).toBe('accepted');
        const found = await eventually(`the record of ${documentId}`, async () => {
          const { body } = await rail.get(`/v1/one-documents?transportDocument=CQKILL${index}`);
          return body.items.length > 0 ? (body.items as OneDocument[]) : undefined;
        });
        expect(found).toHaveLength(1);
        expect(found[0]).toMatchObject({ id: document.oneDocumentId, version: 1 });
        expect(found[0]?.transportDocuments.map((source) => source.documentId)).toEqual([documentId]);
        records.set((found[0] as OneDocument).id, found[0] as OneDocument);
      }
      expect(records.size).toBe(ROUNDS * DOCUMENTS_A_ROUND);
      const gone = ended(child);
      child.kill('SIGTERM');
      await gone;
      expect(child.exitCode).toBe(0);
    },
    LIMIT_MS,
  );

  proof(
    'has every bill of an interchange, once',
    async () => {
      const environment = { DATABASE_URL: database.url, YIDAN_DATA: directory, PORT: '0' };
      const key = await openSigningKey(join(directory, 'keys'));
      const token = await key.tokenFor({ party: 'LINE', role: 'ocean-carrier' });
      const next = randomFrom(seed);
      const bytes = interchangeOf(
        'HB000999',
        Array.from({ length: BILLS }, () => paintShipment().message()),
      );
      for (let round = 0; round < INTERCHANGE_ROUNDS; round += 1) {
        const { child, url } = await start(environment);
        expect((await new TestParty(url, token).send(bytes)).status).toBe(202);
        await pause(next() * LONGEST_LIFE_MS);
        const gone = ended(child);
        child.kill('SIGKILL');
        await gone;
      }
      const { child, url } = await start(environment);
      const line = new TestParty(url, token);
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
      const gone = ended(child);
      child.kill('SIGTERM');
      await gone;
    },
    LIMIT_MS,
  );
});
