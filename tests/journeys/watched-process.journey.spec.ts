import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { openSigningKey, type SigningKey } from '#access';
import { startExchange, type ExchangeProcess } from '../support/exchange-process.js';
import { startCollector, type OtlpCollector } from '../support/otlp-collector.js';
import { samples } from '../support/samples.js';
import { freshDatabase, type FreshDatabase } from '../support/servers.js';
import { eventually, TestParty } from '../support/test-party.js';

const MARKER = 'KEEPTHISTOYOURSELF';
const SENDERS = 8;

describe('the one process, watched from outside', () => {
  let database: FreshDatabase;
  let directory: string;
  let key: SigningKey;

  beforeAll(async () => {
    database = await freshDatabase();
    directory = mkdtempSync(join(tmpdir(), 'yidan-watched-'));
    key = await openSigningKey(join(directory, 'keys'));
  });

  afterAll(async () => {
    await database.drop();
    rmSync(directory, { recursive: true, force: true });
  });

  const start = (environment: Readonly<Record<string, string>> = {}): Promise<ExchangeProcess> =>
    startExchange({ DATABASE_URL: database.url, YIDAN_DATA: directory, ...environment });

  const railAt = async ({ url }: ExchangeProcess): Promise<TestParty> =>
    new TestParty(url, await key.tokenFor({ party: 'RAIL', role: 'rail' }));

  describe('sends traces where it is told to, and logs', () => {
    let collector: OtlpCollector;
    let exchange: ExchangeProcess;
    let documentId: string;
    let token: string;

    beforeAll(async () => {
      collector = await startCollector();
      exchange = await start({
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        OTEL_BSP_SCHEDULE_DELAY: '200',
        YIDAN_LOG_LEVEL: 'debug',
      });
      const rail = await railAt(exchange);
      ({ token } = rail);
      const marked = samples.enginesWaybill().toString('utf8').replaceAll('HBL26110881', MARKER);
      ({ documentId } = await rail.sendAndWait(marked));
      await rail.sendAndWait(`{ "broken": ${MARKER}`);
      await rail.get(`/v1/documents/${MARKER}`);
      await new TestParty(exchange.url, `${token}x`).get('/v1/documents');
    });

    afterAll(() => collector.close());

    it('one trace leads from the POST to what the documents room wrote', async () => {
      const seen = await eventually('the spans of one document', async () => {
        const post = collector.spans.find(({ name }) => name === 'POST /v1/documents');
        const inTrace = collector.spans.filter(({ traceId }) => traceId === post?.traceId);
        const handled = inTrace.find(({ room, name }) => room === 'documents' && name === RECEIVED);
        const written = inTrace.filter(({ parentSpanId }) => parentSpanId === handled?.spanId);
        return handled && written.length > 0 ? { post, handled, written } : undefined;
      });
      expect(seen.post).toMatchObject({ room: 'gateway' });
      expect(seen.written.map(({ name }) => name)).toContain('SQL INSERT');
    });

    it('lines of JSON, with the trace and the document, and nothing of what was handed in', async () => {
      await exchange.end('SIGTERM');
      const lines = exchange.output().trim().split('\n');
      const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(entries.filter(({ time, level, message }) => !time || !level || !message)).toEqual([]);
      const post = entries.find((entry) => entry['documentId'] === documentId);
      expect(post).toMatchObject({ room: 'gateway', level: 'info', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
      expect(collector.spans.map(({ traceId }) => traceId)).toContain(post?.['traceId']);
      for (const secret of [MARKER, token]) {
        expect(exchange.output()).not.toContain(secret);
        expect(collector.text()).not.toContain(secret);
      }
    });

    const RECEIVED = 'handle gateway.document.received.v1';
  });

  it('answers whatever it took, says it and ends with 0 when it is told to stop under load', async () => {
    const exchange = await start({ YIDAN_DRAIN_SECONDS: '10' });
    const rail = await railAt(exchange);
    let isReady = true;
    let sent = 0;
    const received = new Set<string>();
    const send = async (): Promise<void> => {
      while (isReady) {
        const { status, body } = await rail.send(`{ "load": ${(sent += 1)} }`);
        expect(status).toBe(202);
        received.add(body.documentId);
      }
    };
    const load = Array.from({ length: SENDERS }, send);
    await eventually('load', async () => (received.size > 50 ? true : undefined));
    const began = Date.now();
    const ended = exchange.end('SIGTERM');
    await eventually('the word that it is not ready', async () => {
      const { status } = await fetch(`${exchange.url}/health/ready`, { headers: { connection: 'close' } });
      return status === 503 ? true : undefined;
    });
    await pause(200);
    isReady = false;
    await Promise.all(load);
    expect(await ended).toBe(0);
    expect(Date.now() - began).toBeLessThan(40_000);
    expect(received.size).toBe(sent);
    expect(await readCounts()).toEqual({ kept: sent, said: sent });
  });

  async function readCounts(): Promise<unknown> {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(`
      SELECT (SELECT count(*)::int FROM gateway.documents WHERE size < 30 AND content_type LIKE 'text/plain%') AS kept,
        (SELECT count(*)::int FROM gateway.outbox WHERE octet_length(data) < 30 AND content_type LIKE 'text/plain%') AS said`);
    await client.end();
    return rows[0];
  }
});
