import pg from 'pg';
import { openInstallation, type Installation } from '../support/installation.js';
import { samples } from '../support/samples.js';
import { eventually, type TestParty } from '../support/test-party.js';

const PARKED = '01a00000-0000-7000-8000-0000000000f1';
const WAITING = '01a00000-0000-7000-8000-0000000000f2';
const REASON = { reason: 'The room that said it is gone.' };
const SECRET = 'NOT FOR OPERATORS';

describe('an operator', () => {
  let yidan: Installation;
  let operator: TestParty;
  let client: pg.Client;

  beforeAll(async () => {
    yidan = await openInstallation('postgres');
    operator = await yidan.party('OPERATIONS', 'operator');
    client = new pg.Client({ connectionString: yidan.settings.databaseUrl });
    await client.connect();
    await park(PARKED, 'parked');
    await park(WAITING, 'waiting');
  });

  afterAll(async () => {
    await client.end();
    await yidan.close();
  });

  const park = (messageId: string, state: string) =>
    client.query(
      `INSERT INTO tracking.parked (message_id, source, topic, key, content_type, attributes, time, traceparent, data, state, error, attempts)
       VALUES ($1, 'customs', 'customs.thing.said.v1', 'k', 'text/plain', '{}', '2026-11-08T01:25:11Z', '', $2, $3, 'Error: no', 5)`,
      [messageId, Buffer.from(SECRET), state],
    );

  const at = (messageId: string, act: string) => `/v1/operations/tracking/parked/${messageId}/${act}`;

  it('sees what each room has parked, and nothing of what the messages hold', async () => {
    const first = await operator.get('/v1/operations/tracking/parked?limit=1');
    expect(first.body.items).toMatchObject([{ messageId: PARKED, state: 'parked', attempts: 5, error: 'Error: no' }]);
    const { body, bytes } = await operator.get(`/v1/operations/tracking/parked?cursor=${first.body.nextCursor}`);
    expect(body).toMatchObject({ items: [{ messageId: WAITING, state: 'waiting' }], nextCursor: null });
    expect(bytes.toString('utf8')).not.toContain(SECRET);
    for (const room of ['gateway', 'documents', 'commodities', 'clearance']) {
      expect((await operator.get(`/v1/operations/${room}/parked`)).body).toEqual({ items: [], nextCursor: null });
    }
    expect((await operator.get('/v1/operations/nowhere/parked')).status).toBe(404);
  });

  it('hears it when a message fails again, and that the next one waits in its place', async () => {
    expect(await operator.post(at(PARKED, 'replay'), REASON)).toMatchObject({
      status: 409,
      body: { code: 'PARKED.FAILED_AGAIN' },
    });
    expect(await operator.post(at(WAITING, 'replay'), REASON)).toMatchObject({
      status: 404,
      body: { code: 'PARKED.NOT_FOUND' },
    });
  });

  it('gives messages up with a reason only', async () => {
    expect((await operator.post(at(PARKED, 'discard'), {})).body).toMatchObject({ code: 'REQUEST.BODY' });
    expect((await operator.post(at(PARKED, 'discard'), REASON)).status).toBe(204);
    expect((await operator.post(at(WAITING, 'discard'), REASON)).status).toBe(204);
    expect((await operator.get('/v1/operations/tracking/parked')).body.items).toEqual([]);
  });

  it('decides in a room that takes raw bodies too', async () => {
    const { status, body } = await operator.post(`/v1/operations/gateway/parked/${PARKED}/discard`, REASON);
    expect([status, body.code]).toEqual([404, 'PARKED.NOT_FOUND']);
  });

  it('reads figures of every room', async () => {
    const rail = await yidan.party('RAIL', 'rail');
    await rail.sendAndWait(samples.enginesWaybill());
    await rail.sendAndWait('{}');
    const figures = (await operator.get('/metrics')).bytes.toString('utf8');
    for (const figure of [
      /^yidan_documents_total\{room="documents",outcome="accepted",format="unece-smgs-d23b"\} 1$/m,
      /^yidan_documents_total\{room="documents",outcome="rejected",format="unknown"\} 1$/m,
      /^yidan_http_request_seconds_count\{room="gateway",method="POST",route="\/v1\/documents",status="202"\} 2$/m,
      /^yidan_stage_seconds_count\{room="documents",topic="gateway.document.received.v1"\} 2$/m,
      /^yidan_backlog_messages\{room="clearance",topic="documents.one-document.changed.v1"\} \d+$/m,
      /^yidan_parked_messages\{room="tracking",state="parked"\} 0$/m,
      /^yidan_webhooks\{room="tracking",state="failing"\} 0$/m,
      /^process_resident_memory_bytes \d+$/m,
    ])
      expect(figures).toMatch(figure);
  });

  it('sees that every room is ready, part by part', async () => {
    const { body } = await eventually('every room ready', async () => {
      const answer = await operator.get('/health/ready');
      return answer.status === 200 ? answer : undefined;
    });
    const parts = ['database', 'consumer', 'backlog', 'relay', 'parked'];
    const rooms = ['gateway', 'documents', 'commodities', 'clearance', 'tracking'];
    expect(Object.keys(body.details)).toEqual(rooms.flatMap((room) => parts.map((part) => `${room}.${part}`)));
  });

  it('hears which part is wrong, and senders hear 503 in time, while the database does not go on', async () => {
    await client.query('BEGIN; LOCK TABLE gateway.documents, gateway.write_probe IN ACCESS EXCLUSIVE MODE');
    const rail = await yidan.party('RAIL', 'rail');
    const answer = rail.send('{ "late": true }');
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    const ready = await operator.get('/health/ready');
    expect(ready).toMatchObject({ status: 503, body: { code: 'HEALTH.NOT_READY' } });
    expect(ready.body.details).toMatchObject({
      'gateway.database': { status: 'down', message: 'No answer within 5 s.' },
      'documents.database': { status: 'up' },
    });
    const { status, body, headers } = await answer;
    expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'FAULT.TIMEOUT', '2']);
    await client.query('ROLLBACK');
    expect((await rail.send('{ "late": true }')).status).toBe(202);
  });
});
