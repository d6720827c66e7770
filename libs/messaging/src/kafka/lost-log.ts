import type { Admin } from 'kafkajs';
import type { RoomDatabase } from '#database';

/** Every topic in the outbox that has published messages, found by skipping along the index. */
const PUBLISHED_TOPICS = `
  WITH RECURSIVE topics AS (
    (SELECT topic FROM outbox WHERE position IS NOT NULL ORDER BY topic LIMIT 1)
    UNION ALL
    SELECT (SELECT topic FROM outbox WHERE position IS NOT NULL AND topic > topics.topic ORDER BY topic LIMIT 1)
    FROM topics WHERE topics.topic IS NOT NULL
  )
  SELECT topic FROM topics WHERE topic IS NOT NULL`;

/**
 * Kafka's log may be lost, or the room may have used another transport until now: a topic that never held a record on the broker, while
 * the outbox has published on it, is published again from the beginning. Says which topics. Inboxes drop what they know.
 */
export async function publishLostAgain(
  admin: Admin,
  database: RoomDatabase,
  topicPrefix: string,
): Promise<readonly string[]> {
  const rows = await database.dataSource.query<{ topic: string }[]>(PUBLISHED_TOPICS);
  if (rows.length === 0) return [];
  const existing = new Set(await admin.listTopics());
  const empty = await Promise.all(
    rows.map(async ({ topic }) => ((await isEmpty(admin, topicPrefix + topic, existing)) ? [topic] : [])),
  );
  const lost = empty.flat();
  if (lost.length > 0) await database.asRoom((transaction) => transaction.query(FORGET, [lost]));
  return lost;
}

const FORGET = 'UPDATE outbox SET position = NULL WHERE topic = ANY ($1) AND position IS NOT NULL';

async function isEmpty(admin: Admin, name: string, existing: ReadonlySet<string>): Promise<boolean> {
  if (!existing.has(name)) return true;
  return (await admin.fetchTopicOffsets(name)).every(({ high }) => high === '0');
}
