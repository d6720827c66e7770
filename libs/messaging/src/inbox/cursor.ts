import type { EntityManager } from 'typeorm';
import { columnsOf, LANES, type Place, type PlaceRow, sourceOf, toPlace } from '../tables/lanes.js';

type Queries = Pick<EntityManager, 'query'>;

/**
 * A room begins to hear a topic: at its first message, or, when the first ones were handled by all who heard then and are cleaned away, at
 * the first that is still there.
 */
export async function beginCursor(connection: Queries, topic: string): Promise<void> {
  const source = sourceOf(topic);
  const [is] = await connection.query<{ there: boolean }[]>(`SELECT to_regclass($1) IS NOT NULL AS there`, [
    `${source}.lanes`,
  ]);
  const before = is?.there
    ? `coalesce((SELECT min(number) - 1 FROM ${source}.outbox WHERE topic = $1 AND outbox.lane = given.lane),
                (SELECT last FROM ${source}.lanes WHERE topic = $1 AND lanes.lane = given.lane), 0)`
    : '0';
  await connection.query(
    `INSERT INTO cursor (topic, lane, number) SELECT $1, given.lane, ${before} FROM generate_series(0, ${LANES - 1}) AS given (lane)
     ON CONFLICT DO NOTHING`,
    [topic],
  );
}

/** How far the room is in these lanes; nobody else moves there until the transaction ends. */
export async function lockCursors(
  transaction: EntityManager,
  topic: string,
  lanes: readonly number[],
): Promise<ReadonlyMap<number, Place>> {
  const rows = await transaction.query<PlaceRow[]>(
    'SELECT topic, lane, number FROM cursor WHERE topic = $1 AND lane = ANY ($2) ORDER BY lane FOR UPDATE',
    [topic, lanes],
  );
  return new Map(rows.map((row) => [row.lane, toPlace(row)]));
}

/** Lanes of the topic that have something new and that nobody has in hand, locked. */
export async function lockBehind(transaction: EntityManager, topic: string): Promise<Place[]> {
  const rows = await transaction.query<PlaceRow[]>(
    `SELECT topic, lane, number FROM cursor JOIN ${sourceOf(topic)}.lanes USING (topic, lane)
     WHERE topic = $1 AND last > number ORDER BY lane FOR UPDATE OF cursor SKIP LOCKED`,
    [topic],
  );
  return rows.map(toPlace);
}

export async function moveCursors(transaction: EntityManager, places: readonly Place[]): Promise<void> {
  await transaction.query(
    `UPDATE cursor SET number = given.number FROM unnest($1::text[], $2::smallint[], $3::bigint[]) AS given (topic, lane, number)
     WHERE cursor.topic = given.topic AND cursor.lane = given.lane`,
    columnsOf(places),
  );
}
