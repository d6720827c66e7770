import type { RoomDatabase } from '#database';
import { openMessaging } from '#messaging';
import { gateway } from '../../../apps/gateway/src/gateway.room.js';
import { DocumentStore, type Receipt } from '../../../apps/gateway/src/receive-document/document-store.js';
import { ForgetKeys } from '../../../apps/gateway/src/receive-document/forget-keys.service.js';
import { readSubmission } from '../../../apps/gateway/src/receive-document/submission.js';
import { openFreshRoom, type FreshRoom } from '../../support/fresh-room.js';

describe('Idempotency-Keys over time', () => {
  let room: FreshRoom;
  let database: RoomDatabase;
  let keep: (key: string, text: string) => Promise<unknown>;

  beforeAll(async () => {
    room = await openFreshRoom(gateway);
    database = room.database;
    const { outbox } = openMessaging(database, { room: gateway.name, transport: { kind: 'postgres' } });
    const store = new DocumentStore(database, outbox);
    const caller = { party: 'RAIL', role: 'rail' } as const;
    keep = async (key, text) =>
      (await store.keep([readSubmission(caller, { 'idempotency-key': key }, Buffer.from(text))]))[0];
  });
  afterAll(() => room.drop());

  it('forgets a key after 30 days and never the bytes', async () => {
    const first = await keep('old', 'a waybill');
    await database.dataSource.query(`UPDATE idempotency_keys SET first_used_at = now() - interval '30 days 1 minute'`);
    await keep('young', 'a bill');
    await database.dataSource.query(
      `UPDATE idempotency_keys SET first_used_at = now() - interval '29 days' WHERE key = 'young'`,
    );
    expect(await keep('old', 'another')).toMatchObject({ code: 'IDEMPOTENCY.KEY_REUSED' });
    expect(await new ForgetKeys(database).work()).toBe(1);
    expect(await keep('young', 'another')).toMatchObject({ code: 'IDEMPOTENCY.KEY_REUSED' });
    expect(await keep('old', 'another')).toMatchObject({ status: 'received' });
    expect(await keep('new', 'a waybill')).toMatchObject({ documentId: (first as Receipt).documentId });
  });
});
