import type { RoomDatabase } from '#database';
import { clearance } from '../../../apps/clearance/src/clearance.room.js';
import { ReadMandates } from '../../../apps/clearance/src/read-mandates/read-mandates.service.js';
import { openFreshRoom, type FreshRoom } from '../../support/fresh-room.js';

/** Number 7 is a small forwarder's, number 8 was given to a small broker. */
const FILL = `
  INSERT INTO mandates (id, one_document_id, type, principal, broker, given_at)
  SELECT lpad(number::text, 32, '0')::uuid::text, number, 'export', CASE number WHEN 7 THEN 'FWD-SMALL' ELSE 'FWD-LARGE' END,
    CASE number WHEN 8 THEN 'BRK-SMALL' ELSE 'BRK-LARGE' END, now()
  FROM generate_series(1, 4000) AS number`;

describe('who sees which mandates', () => {
  let room: FreshRoom;
  let database: RoomDatabase;
  let mandates: ReadMandates;
  const idOf = (number: number) => `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`;
  const seen = async (party: string, role: 'forwarder' | 'broker' | 'customs', query: { limit?: string } = {}) =>
    (await mandates.list(query, { party, role })).items.map(({ mandateId }) => mandateId);

  beforeAll(async () => {
    room = await openFreshRoom(clearance);
    database = room.database;
    await database.asRoom((transaction) => transaction.query(FILL));
    await room.analyse();
    mandates = new ReadMandates(database);
  });
  afterAll(() => room.drop());

  it('shows them to who gave them and who holds them, the newest first', async () => {
    expect(await seen('FWD-SMALL', 'forwarder')).toEqual([idOf(7)]);
    expect(await seen('BRK-SMALL', 'broker')).toEqual([idOf(8)]);
    expect(await seen('BRK-LARGE', 'broker', { limit: '2' })).toEqual([idOf(4000), idOf(3999)]);
    expect(await seen('CUSTOMS-7200', 'customs')).toEqual([]);
  });

  it('does not read all mandates to show a party its few', async () => {
    const plan = await database.asViewer({ party: 'BRK-SMALL', role: 'broker' }, (transaction) =>
      transaction.query<{ 'QUERY PLAN': string }[]>(
        `EXPLAIN SELECT * FROM mandates WHERE 'BRK-SMALL' IN (principal, broker) ORDER BY id DESC LIMIT 11`,
      ),
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('mandates_seen_by');
  });
});
