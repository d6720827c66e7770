import { createHash } from 'node:crypto';
import { checkEvent, topics } from '#contracts';
import { cutInterchange } from '#formats';
import type { Message, OutgoingMessage } from '#messaging';
import type { AgreedProfiles } from '../check-document/partner-profiles.js';
import { messageId } from './message-id.js';

/** Received documents: those that are one document, and the messages of those that are interchanges of several. */
export interface CutBatch {
  readonly whole: readonly Message[];
  readonly messages: readonly OutgoingMessage[];
}

/**
 * The messages of an interchange are said to this room itself: the bus hands them out in batches as it does documents, each once, so that ten thousand of them
 * are not one transaction and one that cannot be handled does not hold up the others.
 */
export function cutInterchanges(batch: readonly Message[], profiles: AgreedProfiles): CutBatch {
  const cut = batch.map((message) => {
    const agreed = profiles.get(message.attributes['sender'] ?? '');
    return { message, parts: cutInterchange(message.data, agreed?.profile) };
  });
  return {
    whole: cut.filter(({ parts }) => parts.length === 0).map(({ message }) => message),
    messages: cut.flatMap(({ message, parts }) =>
      parts.map((bytes, index) => messageCut(message, bytes, index + 1, parts.length)),
    ),
  };
}

function messageCut(interchange: Message, data: Buffer, position: number, messages: number): OutgoingMessage {
  const { documentid: interchangeId = '', ...received } = interchange.attributes;
  const documentid = messageId(interchangeId, position);
  const attributes = {
    ...received,
    documentid,
    sha256: createHash('sha256').update(data).digest('hex'),
    interchange: interchangeId,
    position: String(position),
    messages: String(messages),
  };
  checkEvent(topics.messageCut, attributes);
  const { contentType, time, traceparent } = interchange;
  return { type: topics.messageCut, key: documentid, attributes, contentType, data, time, traceparent };
}
