import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import {
  answering,
  embeddedServer,
  partyOf,
  startProgram,
  temporaryDirectory,
  type Running,
} from '../support/processes.js';
import { enginesShipment, type EnginesShipment } from '../support/shipments.js';
import { eventually, type TestParty } from '../support/test-party.js';

const ROUNDS = 10;
const SHIPMENTS_A_ROUND = 20;
const LATEST_KILL_MS = 400;
const TIMEOUT_MS = 300_000;
const ROOMS = ['gateway', 'documents', 'commodities', 'clearance', 'tracking'];

const seed = Number(process.env['YIDAN_KILL_SEED'] ?? randomInt(2 ** 31));

/** One document on its way in. */
interface Handed {
  readonly bytes: Buffer;
  /** Of the 202; absent when the process died before it could answer. */
  documentId?: string;
}

interface Pair {
  readonly shipment: EnginesShipment;
  readonly waybill: Handed;
  readonly bill: Handed;
}

/**
 * The one process on its embedded PostgreSQL is killed (SIGKILL) again and again while documents come in, and started anew on the same
 * data directory. Every document that had its 202 is in a record, once, and declared, once; those that had none are sent again.
 */
describe(`killed ${ROUNDS} times between the 202 and the record (YIDAN_KILL_SEED=${seed} kills at the same moments)`, () => {
  const data = join(temporaryDirectory(), 'data');
  const pairs: Pair[] = [];
  let exchange: Running;
  let rail: TestParty;
  let line: TestParty;
  let forwarder: TestParty;
  let interrupted = 0;

  beforeAll(async () => {
    await start();
    const lodge = { instructions: [{ type: 'export', mode: 'advance', action: 'lodge' }] };
    expect((await forwarder.put('/v1/declarations/standing-instructions', lodge)).status).toBe(200);
  }, TIMEOUT_MS);

  afterAll(async () => {
    exchange.kill('SIGTERM');
    await exchange.ended;
  }, TIMEOUT_MS);

  async function start(): Promise<void> {
    exchange = startProgram('apps/exchange/src/main.js', { YIDAN_DATA: data, PORT: '0' });
    const url = await answering(exchange);
    rail = await partyOf(data, url, 'RAIL-YUGUI', 'rail');
    line = await partyOf(data, url, 'LINE-HAIBEI', 'ocean-carrier');
    forwarder = await partyOf(data, url, 'FWD-YUXIN', 'forwarder');
  }

  it.each(moments(seed))(
    'is killed %i ms after the first 202 and starts again',
    async (moment) => {
      const fresh = Array.from({ length: SHIPMENTS_A_ROUND }, newPair);
      pairs.push(...fresh);
      const kill = killOnce(exchange, moment);
      await Promise.all([
        hand(rail, fresh.map(({ waybill }) => waybill), kill),
        hand(line, fresh.map(({ bill }) => bill), kill),
      ]);
      await exchange.ended;
      interrupted += await countWithoutRecord();
      await start();
    },
    TIMEOUT_MS,
  );

  it('was killed between a 202 and its record indeed', () => {
    expect(interrupted).toBeGreaterThan(0);
  });

  it('knows every document that had its 202, and takes in those that had none', async () => {
    for (const { waybill, bill } of pairs) await Promise.all([handAgain(rail, waybill), handAgain(line, bill)]);
  });

  it(
    'accepted every document and joined each pair',
    async () => {
      for (const { shipment, waybill, bill } of pairs) {
        const note = await rail.checked(waybill.documentId as string);
        const lading = await line.checked(bill.documentId as string);
        expect([note.status, lading.status]).toEqual(['accepted', 'accepted']);
        expect(note.oneDocumentId).toBe(lading.oneDocumentId);
        const { legs, equipment } = await forwarder.record(note.oneDocumentId);
        expect(legs.map(({ mode }) => mode)).toEqual(['rail', 'sea']);
        expect(equipment.map(({ number }) => number).sort()).toEqual([...shipment.containers].sort());
      }
    },
    TIMEOUT_MS,
  );

  it('did each thing once, and left nothing', async () => {
    await eventually('an end of all messages', async () => ((await query(UNREAD)).length === 0 ? true : undefined));
    const documents = 2 * pairs.length;
    expect(await query(COUNTS)).toEqual([
      { received: documents, accepted: documents, held: documents, records: pairs.length, declarations: pairs.length },
    ]);
    expect(await query(NOT_ACCEPTED_ONCE)).toEqual([]);
    expect(await query(NOT_LODGED_ONCE)).toEqual([]);
    expect(await query(PLACED_DIFFERENTLY)).toEqual([]);
    expect(await query(WITH_GAPS)).toEqual([]);
    for (const room of ROOMS) expect(await query(`SELECT * FROM ${room}.parked`)).toEqual([]);
  });

  it('answers for each declaration', async () => {
    const records = new Set<string>();
    for (let cursor = ''; ; ) {
      const { body } = await forwarder.get(`/v1/declarations?limit=100${cursor}`);
      for (const { oneDocumentId, status } of body.items) {
        expect(status).toBe('lodged');
        records.add(oneDocumentId);
      }
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(records.size).toBe(pairs.length);
  });

  /** Over the server that the killed process left running, or the one of the process that runs now. */
  async function query(sql: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: embeddedServer(data)?.url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  async function countWithoutRecord(): Promise<number> {
    return (await query(WITHOUT_RECORD)).length;
  }
});

/** Milliseconds between the first 202 and the kill; the same for the same seed (mulberry32). */
function moments(from: number): number[] {
  let state = from >>> 0;
  return Array.from({ length: ROUNDS }, () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * LATEST_KILL_MS);
  });
}

function newPair(): Pair {
  const shipment = enginesShipment();
  return { shipment, waybill: { bytes: shipment.waybill() }, bill: { bytes: shipment.bill() } };
}

interface Kill {
  /** Sets the time of the end, the first time it is called. */
  readonly soon: () => void;
  readonly done: () => boolean;
}

function killOnce(exchange: Running, moment: number): Kill {
  let timer: NodeJS.Timeout | undefined;
  let done = false;
  const kill = (): void => {
    done = true;
    exchange.kill('SIGKILL');
  };
  return { soon: () => (timer ??= setTimeout(kill, moment)), done: () => done };
}

/** Sends one document after the other until the process dies. */
async function hand(sender: TestParty, documents: readonly Handed[], kill: Kill): Promise<void> {
  for (const document of documents) {
    try {
      document.documentId = await receiptFor(sender, document);
      kill.soon();
    } catch (error) {
      if (!kill.done()) throw error;
      return;
    }
  }
}

async function handAgain(sender: TestParty, document: Handed): Promise<void> {
  const documentId = await receiptFor(sender, document);
  if (document.documentId !== undefined) expect(documentId).toBe(document.documentId);
  document.documentId = documentId;
}

async function receiptFor(sender: TestParty, { bytes }: Handed): Promise<string> {
  const { status, body } = await sender.send(bytes);
  if (status !== 202) throw new Error(`Answered ${status}: ${JSON.stringify(body)}`);
  return body.documentId as string;
}

const WITHOUT_RECORD = `
  SELECT document_id FROM gateway.documents EXCEPT SELECT document_id FROM documents.held_document`;

/** Messages that are not published, or not read by whoever reads their topic. */
const UNREAD = ROOMS.map(
  (room) => `
  SELECT id FROM ${room}.outbox WHERE position IS NULL
  UNION ALL ${ROOMS.map(
    (reader) =>
      `SELECT id FROM ${room}.outbox JOIN ${reader}.cursor USING (topic) WHERE outbox.position > cursor.position`,
  ).join(' UNION ALL ')}`,
).join(' UNION ALL ');

const COUNTS = `
  SELECT (SELECT count(*)::int FROM gateway.documents) AS received,
         (SELECT count(*)::int FROM gateway.documents WHERE status = 'accepted') AS accepted,
         (SELECT count(*)::int FROM documents.held_document) AS held,
         (SELECT count(*)::int FROM documents.one_document WHERE state = 'open') AS records,
         (SELECT count(*)::int FROM clearance.declarations WHERE status = 'lodged' AND declarant = 'FWD-YUXIN') AS declarations`;

const NOT_ACCEPTED_ONCE = `
  SELECT document_id, count(outbox.id) FROM gateway.documents
  LEFT JOIN documents.outbox ON key = document_id::text AND topic = 'documents.document.accepted.v1'
  GROUP BY document_id HAVING count(outbox.id) <> 1`;

const NOT_LODGED_ONCE = `
  SELECT record.id, count(declarations.id), count(outbox.id) FROM documents.one_document AS record
  LEFT JOIN clearance.declarations ON one_document_id = record.id::text
  LEFT JOIN clearance.outbox
    ON topic = 'clearance.declaration.lodged.v1' AND convert_from(data, 'UTF8')::json->>'declarationId' = declarations.id
  WHERE state = 'open' GROUP BY record.id HAVING (count(declarations.id), count(outbox.id)) <> (1, 1)`;

const PLACED_DIFFERENTLY = `
  SELECT document_id FROM gateway.documents FULL JOIN documents.held_document AS held USING (document_id)
  WHERE documents.one_document_id IS DISTINCT FROM held.one_document_id`;

const WITH_GAPS = `
  SELECT record.id, array_agg(made.version ORDER BY made.version) FROM documents.one_document AS record
  LEFT JOIN documents.one_document_version AS made ON made.one_document_id = record.id
  GROUP BY record.id
  HAVING array_agg(made.version ORDER BY made.version) IS DISTINCT FROM ARRAY(SELECT generate_series(1, record.version))`;
