import type { RoomDatabase } from '#database';
import { commodities } from '../../../apps/commodities/src/commodities.room.js';
import { QueueReader } from '../../../apps/commodities/src/work-the-queue/queue-reader.js';
import { openFreshRoom, type FreshRoom } from '../../support/fresh-room.js';

/** Numbers 7 and 3007 are the small party's, which sees number 8 of the large one's too. */
const FILL = `
  INSERT INTO unsettled_goods (one_document_id, sequence, one_document_version, visible_to, goods, subject, subject_key, noticed_at)
  SELECT lpad(number::text, 32, '0')::uuid::text, 1, 1,
    CASE WHEN number IN (7, 3007) THEN ARRAY['FWD-SMALL'] WHEN number = 8 THEN ARRAY['FWD-LARGE', 'FWD-SMALL'] ELSE ARRAY['FWD-LARGE'] END,
    '{"decisions": {"customs": "none"}, "hsCandidates": []}', '{}', number, now()
  FROM generate_series(1, 4000) AS number ORDER BY number`;

describe('who sees which goods in the queue', () => {
  let room: FreshRoom;
  let database: RoomDatabase;
  const seen = async (party: string, role: 'forwarder' | 'customs', rows = 5) =>
    (
      await new QueueReader(database).waiting(
        { party, role },
        { decision: undefined, side: undefined },
        undefined,
        rows,
      )
    ).map(({ oneDocumentId }) => Number(oneDocumentId.slice(-12)));

  beforeAll(async () => {
    room = await openFreshRoom(commodities);
    database = room.database;
    await database.asRoom((transaction) => transaction.query(FILL));
    await room.analyse();
  });
  afterAll(() => room.drop());

  it('shows goods to the parties of their record and to customs', async () => {
    expect(await seen('FWD-SMALL', 'forwarder')).toEqual([7, 8, 3007]);
    expect(await seen('FWD-LARGE', 'forwarder')).toEqual([1, 2, 3, 4, 5]);
    expect(await seen('CUSTOMS-7200', 'customs', 9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await seen('customs', 'forwarder')).toEqual([]);
  });

  it('does not read the whole queue to show a party its few', async () => {
    const plan = await database.asViewer({ party: 'FWD-SMALL', role: 'forwarder' }, (transaction) =>
      transaction.query<{ 'QUERY PLAN': string }[]>(
        `EXPLAIN SELECT seq FROM unsettled_goods WHERE 'FWD-SMALL' = ANY (visible_to) ORDER BY seq LIMIT 11`,
      ),
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('unsettled_goods_seen_by');
  });
});
