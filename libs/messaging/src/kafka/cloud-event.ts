import type { IHeaders, KafkaMessage, Message as ProducerMessage } from 'kafkajs';
import { v5 as uuidv5 } from 'uuid';
import type { LaneMessage, Message } from '../message.js';
import { LANES } from '../tables/lanes.js';

/** CloudEvents 1.0, Kafka protocol binding §3.2 (binary mode): attributes are headers `ce_<name>`, the value is the data as it is. */
export const toKafkaMessage = (message: LaneMessage): ProducerMessage => ({
  key: message.key,
  value: message.data,
  timestamp: String(Date.parse(message.time) || Date.now()),
  headers: {
    ...Object.fromEntries(Object.entries(message.attributes).map(([name, value]) => [`ce_${name}`, value])),
    ce_specversion: '1.0',
    ce_id: message.id,
    ce_source: message.source,
    ce_type: message.type,
    ce_time: message.time,
    ce_lane: String(message.lane),
    ce_number: String(message.number),
    'content-type': message.contentType,
    ...(message.traceparent !== undefined && { traceparent: message.traceparent }),
  },
});

const ENVELOPE = new Set(['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_time', 'ce_lane', 'ce_number']);
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** For records that carry no id of their own: one made of where they stand, so that it is the same each time. Any constant will do. */
const RECORD_NAMESPACE = '7d1f5c53-3a1c-4b0e-9a49-6f1b6a0c2f11';

/**
 * A record as a message; one of ours in its place. One that another program wrote is brought on with what it has and an id made of where
 * it stands.
 */
export function fromKafkaMessage(record: KafkaMessage, topic: string, place: string): Message | LaneMessage {
  const headers = readHeaders(record.headers ?? {});
  const id = headers['ce_id'] ?? '';
  const isOurs = ID.test(id);
  return {
    id: isOurs ? id : uuidv5(place, RECORD_NAMESPACE),
    source: headers['ce_source'] ?? '',
    type: topic,
    key: record.key?.toString('utf8') ?? '',
    contentType: headers['content-type'] ?? '',
    attributes: attributesOf(headers),
    time: headers['ce_time'] ?? new Date(Number(record.timestamp)).toISOString(),
    ...(headers['traceparent'] !== undefined && { traceparent: headers['traceparent'] }),
    data: record.value ?? Buffer.alloc(0),
    ...(isOurs && laneIn(headers)),
  };
}

function laneIn(headers: Record<string, string | undefined>): Pick<LaneMessage, 'lane' | 'number'> | undefined {
  const [lane, number] = [Number(headers['ce_lane']), Number(headers['ce_number'])];
  return Number.isSafeInteger(number) && lane >= 0 && lane < LANES ? { lane, number } : undefined;
}

export const isInLane = (message: Message | LaneMessage): message is LaneMessage => 'number' in message;

const readHeaders = (headers: IHeaders): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, (Array.isArray(value) ? value[0] : value)?.toString('utf8')]),
  );

const attributesOf = (headers: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      name.startsWith('ce_') && !ENVELOPE.has(name) && value !== undefined ? [[name.slice('ce_'.length), value]] : [],
    ),
  );
