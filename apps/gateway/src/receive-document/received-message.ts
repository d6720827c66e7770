import { checkEvent, topics } from '#contracts';
import type { OutgoingMessage } from '#messaging';
import type { Submission } from './submission.js';

/** `gateway.document.received.v1`: the bytes as they came, the envelope in the attributes. Throws when those do not fit the event's schema. */
export function receivedMessage(submission: Submission): OutgoingMessage {
  const attributes = attributesOf(submission);
  checkEvent(topics.documentReceived, attributes);
  return {
    type: topics.documentReceived,
    key: submission.documentId,
    attributes,
    contentType: submission.contentType,
    data: submission.bytes,
    time: attributes.receivedat,
    traceparent: submission.traceparent,
  };
}

const attributesOf = ({ documentId, sha256, caller, receivedAt, consignmentReference }: Submission) => ({
  documentid: documentId,
  sha256,
  sender: caller.party,
  senderrole: caller.role,
  receivedat: receivedAt.toISOString(),
  ...(consignmentReference !== undefined && { consignmentreference: consignmentReference }),
});
