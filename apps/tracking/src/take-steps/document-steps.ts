import { jsonOf, type Message } from '#messaging';
import type { DocumentAccepted, DocumentRejected } from '#contracts';
import { POSITION, recordedAt, sourceOf, type Step } from './step.js';

/** `gateway.document.received.v1`: a party handed a document in; `documents.message.cut.v1`: among the messages of an interchange. */
export function receivedStep(message: Message): Step {
  const {
    documentid: documentId = '',
    sender = '',
    senderrole,
    receivedat = '',
    sha256,
    consignmentreference,
    interchange,
    position,
  } = message.attributes;
  return {
    stepId: `document/${documentId}/received`,
    subjectId: documentId,
    kind: 'document.received',
    ...recordedAt(receivedat),
    position: POSITION.document,
    source: sourceOf(message, [{ documentId, sentBy: sender }], sender),
    details: {
      senderRole: senderrole,
      sha256,
      ...(consignmentreference !== undefined && { consignmentReference: consignmentreference }),
      ...(interchange !== undefined && { interchange, position: Number(position) }),
    },
  };
}

/** `documents.document.accepted.v1`: it was checked and taken in. */
export function acceptedStep(message: Message): Step {
  const { documentId, sender, checkedAt, format, number, findings } = jsonOf<DocumentAccepted>(message);
  return {
    stepId: `document/${documentId}/accepted`,
    subjectId: documentId,
    kind: 'document.accepted',
    ...recordedAt(checkedAt),
    position: POSITION.document + 1,
    source: sourceOf(message, [{ documentId, number, sentBy: sender }]),
    details: { format, number, warnings: findings.length },
  };
}

/** `documents.document.rejected.v1`: it was checked and found faulty. */
export function rejectedStep(message: Message): Step {
  const { documentId, sender, checkedAt, format, findings } = jsonOf<DocumentRejected>(message);
  return {
    stepId: `document/${documentId}/rejected`,
    subjectId: documentId,
    kind: 'document.rejected',
    ...recordedAt(checkedAt),
    position: POSITION.document + 1,
    source: sourceOf(message, [{ documentId, sentBy: sender }]),
    details: { ...(format !== undefined && { format }), findings: findings.length },
  };
}
