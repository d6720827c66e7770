import type { Message } from '../message.js';

/** The envelope's columns, the same in every table that holds messages. */
export const ENVELOPE_COLUMNS = 'topic, key, content_type, attributes, time, traceparent, data';

export interface EnvelopeRow {
  readonly topic: string;
  readonly key: string;
  readonly content_type: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly time: string;
  readonly traceparent: string;
  readonly data: Buffer;
}

export const toMessage = (id: string, source: string, row: EnvelopeRow): Message => ({
  id,
  source,
  type: row.topic,
  key: row.key,
  contentType: row.content_type,
  attributes: row.attributes,
  time: row.time,
  traceparent: row.traceparent,
  data: row.data,
});
