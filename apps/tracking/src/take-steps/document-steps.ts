import type { Message } from '#messaging';
import type { DocumentAccepted } from '#contracts';
import { POSITION, recordedAt, sourceOf, type Step } from './step.js';

/** `documents.document.accepted.v1`: a party handed a document in, it was checked and taken in. */
export const documentSteps = (message: Message, accepted: DocumentAccepted): Step[] => [
  receivedStep(message, accepted),
  acceptedStep(message, accepted),
];

function receivedStep(message: Message, accepted: DocumentAccepted): Step {
  const { documentId, number, sender, senderRole, receivedAt, sha256, consignmentReference, interchange } = accepted;
  return {
    stepId: `document/${documentId}/received`,
    subjectId: documentId,
    kind: 'document.received',
    ...recordedAt(receivedAt),
    position: POSITION.document,
    source: sourceOf(message, [{ documentId, number, sentBy: sender }], sender),
    details: {
      ...(senderRole !== undefined && { senderRole }),
      sha256,
      ...(consignmentReference !== undefined && { consignmentReference }),
      ...(interchange !== undefined && { interchange: interchange.documentId, position: interchange.position }),
    },
  };
}

function acceptedStep(message: Message, accepted: DocumentAccepted): Step {
  const { documentId, sender, checkedAt, format, number, findings } = accepted;
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
