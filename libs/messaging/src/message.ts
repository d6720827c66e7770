/**
 * One message on the bus, in the shape of a CloudEvents 1.0 event in binary mode: the envelope in attributes, the payload as bytes.
 */
export interface OutgoingMessage {
  /** Topic and type with version: `documents.one-document.changed.v1`. */
  readonly type: string;
  /** Messages of one key stay in order. */
  readonly key: string;
  /** Further envelope attributes, lower-case names, for example `documentid`. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly contentType: string;
  readonly data: Buffer;
  /** ISO 8601 with offset; now if absent. */
  readonly time?: string;
  /** W3C trace context: that of the message that caused this one goes on. A new trace if absent. */
  readonly traceparent?: string | undefined;
}

export interface Message extends OutgoingMessage {
  /** Given once, when it is written to the outbox. */
  readonly id: string;
  /** The room that said it. */
  readonly source: string;
  readonly time: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A message in its place. The lanes of a topic are numbered from 1 without gaps: that is how what comes twice, or is missing, shows. */
export interface LaneMessage extends Message {
  readonly lane: number;
  readonly number: number;
}

/** The payload of a JSON message. */
export const jsonOf = <Payload>(message: Message): Payload => JSON.parse(message.data.toString('utf8')) as Payload;
