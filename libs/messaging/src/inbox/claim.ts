import type { EntityManager } from 'typeorm';
import type { LaneMessage } from '../message.js';
import { type Place, readOutbox, sourceOf } from '../tables/lanes.js';
import { lockBehind, lockCursors } from './cursor.js';

/** What a room handles next, in its order; nobody else of the room has it in hand while the transaction lasts. */
export interface Claim {
  readonly messages: readonly LaneMessage[];
  /** Nothing more is to be claimed: the caller's messages are all handled with these, or nothing new is known of. */
  readonly isAll: boolean;
}

/** Claims at most so many. */
export type Claimer = (transaction: EntityManager, limit: number) => Promise<Claim>;

/**
 * Of messages that were brought: those that the room has not handled. What came twice falls away; what is missing before them is read
 * from the outbox that said it, so that no lane ever skips a message, whatever the transport lost or mixed up. Where the outbox does not
 * know of them either, the transport tells of what the database has forgotten (it was restored from a backup): then it is not so.
 */
export function claimBrought(topic: string, brought: readonly LaneMessage[]): Claimer {
  const lanes = [...Map.groupBy(brought, ({ lane }) => lane)].map(([lane, messages]) => ({
    lane,
    messages: messages.toSorted((one, other) => one.number - other.number),
  }));
  return async (transaction, limit) => {
    const cursors = await lockCursors(
      transaction,
      topic,
      lanes.map(({ lane }) => lane),
    );
    const runs = lanes.map(({ lane, messages }) => runOf(messages, cursors.get(lane) as Place));
    const gaps = runs.flatMap(({ gap }) => gap ?? []);
    const missing = await readOutbox(transaction, sourceOf(topic), gaps, limit);
    const claimed = [...runs.flatMap(({ messages }) => messages), ...missing];
    const isAll = claimed.length === 0 || (claimed.length <= limit && runs.every((run) => run.isAll));
    return { messages: claimed.slice(0, limit), isAll };
  };
}

interface Run {
  readonly messages: readonly LaneMessage[];
  /** Where something is missing, when nothing before it is left to handle. */
  readonly gap?: Place;
  readonly isAll: boolean;
}

function runOf(messages: readonly LaneMessage[], cursor: Place): Run {
  const run: LaneMessage[] = [];
  let at = cursor.number;
  for (const message of messages) {
    if (message.number <= at) continue;
    if (message.number > at + 1) return { messages: run, isAll: false, ...(run.length === 0 && { gap: cursor }) };
    run.push(message);
    at = message.number;
  }
  return { messages: run, isAll: true };
}

/** What the topic's outbox has that this room has not handled and nobody else of the room has in hand. */
export function claimBehind(topic: string): Claimer {
  return async (transaction, limit) => {
    const behind = await lockBehind(transaction, topic);
    const messages = (await readOutbox(transaction, sourceOf(topic), behind, limit)).slice(0, limit);
    return { messages, isAll: messages.length === 0 };
  };
}
