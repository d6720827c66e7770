import type { RoomDatabase } from '#database';
import { clearance } from '../../../apps/clearance/src/clearance.room.js';
import { ReadDeclarations } from '../../../apps/clearance/src/read-declarations/read-declarations.service.js';
import { openFreshRoom, type FreshRoom } from '../../support/fresh-room.js';

/** Number 7 is a draft of the small party's on a record that the large one sees too; number 8 was lodged by the small party. */
const FILL = `
  INSERT INTO declarations (id, one_document_id, one_document_version, type, mode, status, declarant, document_ids, visible_to, declaration, changed_at)
  SELECT lpad(number::text, 32, '0')::uuid::text, number, 1, 'export', 'advance', CASE number WHEN 7 THEN 'drafted' ELSE 'lodged' END,
    CASE WHEN number IN (7, 8) THEN 'FWD-SMALL' ELSE 'FWD-LARGE' END, '{}', '{FWD-LARGE}', '{}', now()
  FROM generate_series(1, 4000) AS number`;

describe('who sees which declarations', () => {
  let room: FreshRoom;
  let database: RoomDatabase;
  let declarations: ReadDeclarations;
  const idOf = (number: number) => `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`;
  const after = (number: number) => Buffer.from(JSON.stringify([idOf(number)])).toString('base64url');
  const seen = async (party: string, role: 'forwarder' | 'customs', before: number) =>
    (await declarations.list({ cursor: after(before) }, { party, role })).items.map(({ declarationId: id }) => id);

  beforeAll(async () => {
    room = await openFreshRoom(clearance);
    database = room.database;
    await database.asRoom((transaction) => transaction.query(FILL));
    await room.analyse();
    declarations = new ReadDeclarations(database);
  });
  afterAll(() => room.drop());

  it('shows drafts to their declarant, what is lodged to the parties and to customs', async () => {
    expect(await seen('FWD-SMALL', 'forwarder', 4001)).toEqual([idOf(8), idOf(7)]);
    expect(await seen('FWD-LARGE', 'forwarder', 9)).toEqual([8, 6, 5, 4, 3, 2, 1].map(idOf));
    expect(await seen('CUSTOMS-7200', 'customs', 9)).toEqual([8, 6, 5, 4, 3, 2, 1].map(idOf));
    expect(await seen('customs', 'forwarder', 4001)).toEqual([]);
  });

  it('does not read all declarations to show a party its few', async () => {
    const plan = await database.asViewer({ party: 'FWD-SMALL', role: 'forwarder' }, (transaction) =>
      transaction.query<{ 'QUERY PLAN': string }[]>(
        `EXPLAIN SELECT id FROM declarations WHERE 'FWD-SMALL' = declarant OR 'FWD-SMALL' = ANY (visible_to) ORDER BY id DESC LIMIT 11`,
      ),
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('declarations_seen_by');
  });
});
