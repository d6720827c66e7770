import { assertRoomName, type RoomDatabase } from '#database';
import type { Backlog, BusVitals } from './vitals.js';

const UNDEFINED_TABLE = '42P01';

/** Of messages: how many, and how long the oldest has been there. */
const MEASURE = `count(*)::int AS messages, greatest(0, coalesce(extract(epoch FROM now() - min(time::timestamptz)), 0))::float8 AS "oldestSeconds"`;

/** What the tables tell of the bus. */
export function readVitals(
  { dataSource }: RoomDatabase,
  topics: () => readonly string[],
): Pick<BusVitals, 'backlog' | 'unpublished' | 'parked'> {
  const backlogOf = async (topic: string): Promise<Backlog> => {
    const source = topic.split('.')[0] as string;
    assertRoomName(source);
    const rows = await dataSource
      .query<Measure[]>(
        `SELECT ${MEASURE} FROM ${source}.outbox AS said
         WHERE topic = $1 AND NOT EXISTS (SELECT FROM inbox WHERE message_id = said.id)`,
        [topic],
      )
      .catch((error: { code?: string }) => {
        if (error.code !== UNDEFINED_TABLE) throw error;
        return [{ messages: 0, oldestSeconds: 0 }];
      });
    return { topic, ...(rows[0] as Measure) };
  };
  return {
    backlog: () => Promise.all(topics().map(backlogOf)),
    unpublished: async () => {
      const rows = await dataSource.query<Measure[]>(`SELECT ${MEASURE} FROM outbox WHERE position IS NULL`);
      return rows[0];
    },
    parked: async () => {
      const rows = await dataSource.query<{ parked: number; waiting: number }[]>(PARKED);
      return rows[0] as { parked: number; waiting: number };
    },
  };
}

type Measure = Omit<Backlog, 'topic'>;

const PARKED = `
  SELECT count(*) FILTER (WHERE state = 'parked')::int AS parked, count(*) FILTER (WHERE state = 'waiting')::int AS waiting
  FROM parked`;
