import type { QueryRunner } from 'typeorm';
import { roleOf, viewerRoleOf } from './room-schema.js';

/** SQL: the party and the role of whoever a query is made for (`RoomDatabase.asViewer`). */
export const VIEWER_PARTY = `current_setting('yidan.party', true)`;
export const VIEWER_ROLE = `current_setting('yidan.role', true)`;

/**
 * SQL: the names under which a query's viewer stands in an array of those who see a row: the party, and the role behind a space, with which no
 * party code begins. A condition `… && VIEWER_NAMES` is found in a GIN index on the array; one with OR is not.
 */
export const VIEWER_NAMES = `ARRAY[${VIEWER_PARTY}, ' ' || ${VIEWER_ROLE}]`;

/** SQL: no viewer sees any row. */
export const NOBODY = 'false';

/**
 * Says for tables of the room whose migration this is which rows a viewer sees, as a condition on the row; the room itself sees all. The
 * two are different roles, so that the room's statements are not planned with the viewers' conditions, and a viewer can only read.
 */
export async function letViewersSee(runner: QueryRunner, conditions: Readonly<Record<string, string>>): Promise<void> {
  const room = await roomOf(runner);
  for (const [table, condition] of Object.entries(conditions)) {
    await runner.query(`
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      CREATE POLICY the_room ON ${table} TO ${roleOf(room)} USING (true);
      CREATE POLICY viewers ON ${table} FOR SELECT TO ${viewerRoleOf(room)} USING (${condition});
      GRANT SELECT ON ${table} TO ${viewerRoleOf(room)};
    `);
  }
}

/** The room whose schema a migration works in. */
export async function roomOf(runner: QueryRunner): Promise<string> {
  const [row] = (await runner.query('SELECT current_schema() AS room')) as { room: string }[];
  return (row as { room: string }).room;
}
