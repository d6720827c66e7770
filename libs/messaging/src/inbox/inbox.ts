import type { EntityManager } from 'typeorm';
import type { BatchContext } from '../batch.js';
import type { Message } from '../message.js';
import { heldKeys, keep } from './parked.js';

/** Does its work in the context's transaction; throws when it cannot. */
export type Handler = (messages: readonly Message[], context: BatchContext) => Promise<void>;

const INSERT = `
  INSERT INTO inbox (message_id, topic) SELECT id, $2 FROM unnest($1::uuid[]) WITH ORDINALITY AS given (id, place) ORDER BY place
  ON CONFLICT DO NOTHING RETURNING message_id`;

/** Of these messages, those this room has not handled yet; from now on, in this transaction, it has. */
export async function admit(
  transaction: EntityManager,
  topic: string,
  messages: readonly Message[],
): Promise<Message[]> {
  const rows = await transaction.query<{ message_id: string }[]>(INSERT, [messages.map(({ id }) => id), topic]);
  const fresh = new Set(rows.map((row) => row.message_id));
  return messages.filter(({ id }) => fresh.delete(id));
}

/** Handles what is new and not behind a parked message of its key; what is behind one waits. */
export async function handle(
  transaction: EntityManager,
  topic: string,
  messages: readonly Message[],
  handler: Handler,
): Promise<void> {
  const fresh = await admit(transaction, topic, messages);
  if (fresh.length === 0) return;
  const held = await heldKeys(transaction, topic, fresh);
  const { waiting = [], free = [] } = Object.groupBy(fresh, ({ key }) => (held.has(key) ? 'waiting' : 'free'));
  await keep(transaction, waiting, { state: 'waiting' });
  if (free.length > 0) await handler(free, { transaction, topic });
}
