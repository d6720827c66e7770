import type { RoomDatabase } from '#database';
import { documents } from '../../../apps/documents/src/documents.room.js';
import { ReadRecordsService } from '../../../apps/documents/src/read-records/read-records.service.js';
import { openFreshRoom, type FreshRoom } from '../../support/fresh-room.js';

const RECORDS = 4_000;
const LARGE = { party: 'FWD-LARGE', role: 'forwarder' } as const;
const SMALL = { party: 'FWD-SMALL', role: 'forwarder' } as const;
const CUSTOMS = { party: 'CUSTOMS-7200', role: 'customs' } as const;

/** Record 7 alone is a small party's too; it is not declared, the others are. Number 9 waits to be joined. */
const FILL = `
  WITH made AS (
    INSERT INTO one_documents (id, version, state, visible_to, declared, names_rest_on_tables, evidence, candidates)
    SELECT lpad(number::text, 32, '0')::uuid, 1, CASE number WHEN 9 THEN 'unjoined' ELSE 'open' END,
      CASE number WHEN 7 THEN '{FWD-LARGE,FWD-SMALL}' ELSE '{FWD-LARGE}' END::text[], number <> 7, false, '[]', '{}'
    FROM generate_series(1, ${RECORDS}) AS number RETURNING id, visible_to
  ), versions AS (
    INSERT INTO one_document_versions (one_document_id, version, changed_at, visible_to, record)
    SELECT id, 1, now(), visible_to, json_build_object('id', id, 'transportDocuments', '[]'::json, 'join', '{"candidates": [], "evidence": []}'::json) FROM made
  ), held AS (
    INSERT INTO held_documents (document_id, one_document_id, identity, status, source, content, findings)
    SELECT id, id, id, 'current', '{}', '{}', '[]' FROM made
  )
  INSERT INTO join_keys (document_id, type, value)
  SELECT id, type, upper(left(type, 1)) || right(id::text, 4) FROM made, unnest(ARRAY['container', 'booking']) AS type`;

describe('who sees which records', () => {
  let room: FreshRoom;
  let database: RoomDatabase;
  let records: ReadRecordsService;
  const idOf = (number: number) => `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`;
  const found = async (...[caller, search]: Parameters<ReadRecordsService['find']>) =>
    (await records.find(caller, search)).items.map(({ id }) => id);

  beforeAll(async () => {
    room = await openFreshRoom(documents);
    database = room.database;
    await database.asRoom((transaction) => transaction.query(FILL));
    await room.analyse();
    records = new ReadRecordsService(database);
  });
  afterAll(() => room.drop());

  it('shows parties theirs, and customs what was declared', async () => {
    expect(await found(SMALL, {})).toEqual([idOf(7)]);
    expect(await found(LARGE, { limit: '2' })).toEqual([idOf(RECORDS), idOf(RECORDS - 1)]);
    expect(await found(CUSTOMS, { container: 'C0007' })).toEqual([]);
    expect(await found(CUSTOMS, { container: 'C0008' })).toEqual([idOf(8)]);
    expect(await found({ party: 'customs', role: 'forwarder' }, {})).toEqual([]);
  });

  it('shows a party the versions made while it was one', async () => {
    const id = idOf(7);
    await database.asRoom((transaction) =>
      transaction.query(
        `WITH next AS (UPDATE one_documents SET version = 2, visible_to = visible_to || '{FWD-LATE}' WHERE id = $1 RETURNING *)
         INSERT INTO one_document_versions (one_document_id, version, changed_at, visible_to, record)
         SELECT id, next.version, now(), next.visible_to, record FROM next JOIN one_document_versions ON one_document_id = id`,
        [id],
      ),
    );
    const versionsFor = async (party: string) =>
      (await records.versions({ party, role: 'forwarder' }, id, {})).items.map(({ version }) => version);
    expect(await versionsFor(SMALL.party)).toEqual([2, 1]);
    expect(await versionsFor('FWD-LATE')).toEqual([2]);
    await expect(records.version({ party: 'FWD-LATE', role: 'forwarder' }, id, '1')).rejects.toThrow('no such record');
    await expect(records.versions({ party: 'FWD-NONE', role: 'forwarder' }, id, {})).rejects.toThrow('no such record');
  });

  it('finds records by all that is asked for', async () => {
    expect(await found(LARGE, { container: 'C0008', booking: 'B0008' })).toEqual([idOf(8)]);
    expect(await found(LARGE, { container: 'C0008', booking: 'B0007' })).toEqual([]);
    expect(await found(LARGE, { state: 'unjoined' })).toEqual([idOf(9)]);
    expect(await found(LARGE, { state: 'cancelled' })).toEqual([]);
  });

  it('does not read all records to show a party its few', async () => {
    const plan = await database.asViewer(SMALL, (transaction) =>
      transaction.query<{ 'QUERY PLAN': string }[]>(
        `EXPLAIN SELECT id FROM one_documents WHERE 'FWD-SMALL' = ANY (visible_to) ORDER BY id DESC LIMIT 11`,
      ),
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('one_document_seen_by');
  });
});
