import type { EntityManager } from 'typeorm';
import { PUBLISH_AT_ONCE, type Publisher } from '../relay/publisher.js';

/** NOTIFY says which topic has something new. */
export const CHANNEL = 'yidan_outbox';

const PUBLISH = `
  WITH numbered AS (
    SELECT seq, row_number() OVER (ORDER BY seq) AS number
    FROM (SELECT seq FROM outbox WHERE position IS NULL ORDER BY seq LIMIT $2) AS oldest
  ), published AS (
    UPDATE outbox SET position = $1::bigint + number FROM numbered WHERE outbox.seq = numbered.seq RETURNING outbox.topic
  ), moved AS (
    UPDATE relay SET last_position = last_position + (SELECT count(*) FROM numbered)
  )
  SELECT count(*) AS messages, pg_notify('${CHANNEL}', topic) FROM published GROUP BY topic`;

/** The outbox itself is what others read; publishing is giving positions. */
export class PostgresPublisher implements Publisher {
  async start(): Promise<void> {}

  async publish(transaction: EntityManager, lastPosition: bigint): Promise<number> {
    const topics = await transaction.query<
      {
        messages: string;
      }[]
    >(PUBLISH, [String(lastPosition), PUBLISH_AT_ONCE]);
    return topics.reduce((sum, { messages }) => sum + Number(messages), 0);
  }

  async close(): Promise<void> {}
}
