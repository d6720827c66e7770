import type { EntityManager } from 'typeorm';
import { assertRoomName } from '#database';
import type { LaneMessage } from '../message.js';
import { ENVELOPE_COLUMNS, type EnvelopeRow, toMessage } from './envelope.js';

/** Lanes of a topic. It divides by the usual numbers of partitions, so that those carry alike. */
export const LANES = 12;

/** SQL: the lane of a key. All messages of one key are in one lane, so a lane's order is the key's order. */
export const laneOf = (key: string): string => `(get_byte(sha256(convert_to(${key}, 'UTF8')), 0) % ${LANES})::smallint`;

/** How far somebody is in a lane: the number of the last message that is done; 0 before the first. */
export interface Place {
  readonly topic: string;
  readonly lane: number;
  readonly number: number;
}

/** As it comes from the database, which gives bigint as text. */
export type PlaceRow = Omit<Place, 'number'> & { readonly number: string };

export const toPlace = ({ topic, lane, number }: PlaceRow): Place => ({ topic, lane, number: Number(number) });

/** The last message of each lane, for `advance`-like updates. Messages of a lane stand in its order. */
export function endsOf(messages: readonly LaneMessage[]): Place[] {
  const ends = new Map(messages.map(({ type, lane, number }) => [`${type}/${lane}`, { topic: type, lane, number }]));
  return [...ends.values()];
}

/** Places as three parameters for `unnest($1::text[], $2::smallint[], $3::bigint[])`. */
export const columnsOf = (places: readonly Place[]): [string[], number[], number[]] => [
  places.map(({ topic }) => topic),
  places.map(({ lane }) => lane),
  places.map(({ number }) => number),
];

/** The room that says a topic; its schema holds the topic's outbox. */
export function sourceOf(topic: string): string {
  const source = topic.split('.')[0] as string;
  assertRoomName(source);
  return source;
}

const MAX_BYTES = 8_000_000;

/**
 * What `source` has said after these places: of each lane a run without gaps, `limit` messages at most over all (one at least a lane
 * that has any, until 8 MB are reached; the first message comes whatever its size).
 */
export async function readOutbox(
  transaction: EntityManager,
  source: string,
  after: readonly Place[],
  limit: number,
): Promise<LaneMessage[]> {
  if (after.length === 0) return [];
  const rows = await transaction.query<(EnvelopeRow & PlaceRow & { id: string })[]>(selectFrom(source), [
    ...columnsOf(after),
    Math.ceil(limit / after.length),
  ]);
  return rows.map((row) => ({ ...toMessage(row.id, source, row), lane: row.lane, number: Number(row.number) }));
}

const selectFrom = (source: string): string => `
  SELECT * FROM (
    SELECT next.*, sum(octet_length(data)) OVER (ORDER BY topic, lane, number) - octet_length(data) AS bytes_before
    FROM unnest($1::text[], $2::smallint[], $3::bigint[]) AS place (of_topic, of_lane, after)
    CROSS JOIN LATERAL (
      SELECT id, lane, number, ${ENVELOPE_COLUMNS} FROM ${source}.outbox
      WHERE topic = of_topic AND lane = of_lane AND number > after ORDER BY number LIMIT $4
    ) AS next
  ) AS sized
  WHERE bytes_before < ${MAX_BYTES} ORDER BY topic, lane, number`;
