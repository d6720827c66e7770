import type { EntityManager } from 'typeorm';
import type { Message } from '../message.js';

/** Why a message was set aside: it failed by itself, or an earlier one of its key did. */
export type Setting =
  { readonly state: 'parked'; readonly error: string; readonly attempts: number } | { readonly state: 'waiting' };

const HELD = `SELECT key FROM parked WHERE topic = $1 AND key = ANY ($2) AND state = 'parked' FOR SHARE`;

/**
 * The keys that have a parked message. FOR SHARE waits for somebody who replays one just now, and lets nobody begin until we have
 * committed: so no message is left waiting behind nothing.
 */
export async function heldKeys(
  transaction: EntityManager,
  topic: string,
  messages: readonly Message[],
): Promise<ReadonlySet<string>> {
  const rows = await transaction.query<
    {
      key: string;
    }[]
  >(HELD, [topic, [...new Set(messages.map(({ key }) => key))]]);
  return new Set(rows.map((row) => row.key));
}

const KEEP = `
  INSERT INTO parked (message_id, source, topic, key, content_type, attributes, time, traceparent, data, state, error, attempts)
  SELECT given.*, $10, $11, $12
  FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::text[], $8::text[], $9::bytea[]) AS given
  ON CONFLICT (message_id) DO NOTHING`;

/** Sets messages aside, in their order. */
export async function keep(transaction: EntityManager, messages: readonly Message[], setting: Setting): Promise<void> {
  if (messages.length === 0) return;
  await transaction.query(KEEP, [
    messages.map((message) => message.id),
    messages.map((message) => message.source),
    messages.map((message) => message.type),
    messages.map((message) => message.key),
    messages.map((message) => message.contentType),
    messages.map((message) => JSON.stringify(message.attributes)),
    messages.map((message) => message.time),
    messages.map((message) => message.traceparent ?? ''),
    messages.map((message) => message.data),
    setting.state,
    setting.state === 'parked' ? setting.error : null,
    setting.state === 'parked' ? setting.attempts : 0,
  ]);
}
