import type { EntityManager } from 'typeorm';
import { type Place, type PlaceRow, sourceOf, toPlace } from './tables/lanes.js';
import type { Backlog } from './vitals.js';

type Queries = Pick<EntityManager, 'query'>;

/** Lanes of these topics in which something is said that this room has not handled. */
export async function readBehind(connection: Queries, topics: readonly string[]): Promise<Place[]> {
  const rows = await ofEachSource<PlaceRow>(
    connection,
    topics,
    (source) => `
      SELECT topic, lane, number FROM cursor JOIN ${source}.lanes USING (topic, lane)
      WHERE topic = ANY ($1) AND last > number`,
  );
  return rows.map(toPlace);
}

/** How much of each topic this room has not handled, and how old the oldest of it is. */
export async function readBacklog(connection: Queries, topics: readonly string[]): Promise<Backlog[]> {
  const rows = await ofEachSource<{ topic: string; messages: string; seconds: string }>(
    connection,
    topics,
    (source) => `
      SELECT topic, sum(last - number) AS messages,
        coalesce(extract(epoch FROM now() - min((SELECT said_at FROM ${source}.outbox
          WHERE outbox.topic = lanes.topic AND outbox.lane = lanes.lane AND outbox.number = cursor.number + 1))), 0) AS seconds
      FROM cursor JOIN ${source}.lanes USING (topic, lane) WHERE topic = ANY ($1) AND last > number GROUP BY topic`,
  );
  const found = new Map(rows.map((row) => [row.topic, row]));
  return topics.map((topic) => ({
    topic,
    messages: Number(found.get(topic)?.messages ?? 0),
    oldestSeconds: Number(found.get(topic)?.seconds ?? 0),
  }));
}

/** What of its own words a room has not published. */
export async function readUnpublished(connection: Queries): Promise<Omit<Backlog, 'topic'>> {
  const [row] = await connection.query<{ messages: string; seconds: string }[]>(`
    SELECT coalesce(sum(last - coalesce(number, 0)), 0) AS messages,
      coalesce(extract(epoch FROM now() - min((SELECT said_at FROM outbox
        WHERE outbox.topic = lanes.topic AND outbox.lane = lanes.lane AND outbox.number = coalesce(published.number, 0) + 1))), 0) AS seconds
    FROM lanes LEFT JOIN published USING (topic, lane) WHERE last > coalesce(number, 0)`);
  return { messages: Number(row?.messages), oldestSeconds: Number(row?.seconds) };
}

/** Rooms that have said nothing yet may not be there yet. */
async function ofEachSource<Row>(
  connection: Queries,
  topics: readonly string[],
  statement: (source: string) => string,
): Promise<Row[]> {
  const bySource = Map.groupBy(topics, sourceOf);
  const there = await connection.query<{ source: string }[]>(
    `SELECT source FROM unnest($1::text[]) AS source WHERE to_regclass(source || '.lanes') IS NOT NULL`,
    [[...bySource.keys()]],
  );
  const found = there.map(({ source }) => connection.query<Row[]>(statement(source), [bySource.get(source)]));
  return (await Promise.all(found)).flat();
}
