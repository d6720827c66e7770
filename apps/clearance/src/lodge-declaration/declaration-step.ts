import { jsonMessage, topics, type DeclarationStep, type Topic } from '#contracts';
import type { OutgoingMessage } from '#messaging';
import type { DeclarationStatus, Step } from '../answer-declaration/answer.js';
import type { StoredDeclaration } from '../storage/declaration.entity.js';

const TOPIC_OF: Readonly<Record<DeclarationStatus, Topic>> = {
  drafted: topics.declarationDrafted,
  withdrawn: topics.declarationWithdrawn,
  lodged: topics.declarationLodged,
  accepted: topics.declarationAccepted,
  rejected: topics.declarationRejected,
  inspection: topics.declarationInspection,
  released: topics.declarationReleased,
  cancelled: topics.declarationCancelled,
};

/** The topics this room says. */
export const STEP_TOPICS: readonly Topic[] = [
  ...Object.values(TOPIC_OF),
  topics.declarationNoted,
  topics.amendmentRequested,
  topics.cancellationRequested,
  topics.requestRefused,
  topics.declarationAmended,
  topics.declarationOutdated,
];

/** A step as it goes out: on `lodged` the declaration travels along, later steps and receipts only name it. */
export const stepMessage = (stored: StoredDeclaration, step: Step, isReceipt = false): OutgoingMessage =>
  messageOf(
    isReceipt ? topics.declarationNoted : TOPIC_OF[step.status],
    stored,
    step,
    step.status === 'lodged' && !isReceipt ? { declaration: stored.declaration } : {},
  );

/** What else is told of a lodged declaration; its status stays. */
export const messageOf = (
  topic: Topic,
  stored: StoredDeclaration,
  { by, at, reasons, channel }: Omit<Step, 'status'>,
  more: Pick<DeclarationStep, 'declaration' | 'request'> = {},
): OutgoingMessage => {
  const step: DeclarationStep = {
    declarationId: stored.id,
    oneDocumentId: stored.oneDocumentId,
    oneDocumentVersion: stored.oneDocumentVersion,
    type: stored.type,
    mode: stored.mode,
    status: stored.status,
    declarant: stored.declarant,
    ...(stored.principal !== null && { principal: stored.principal }),
    by,
    at,
    ...(stored.customsNumber !== null && { customsNumber: stored.customsNumber }),
    reasons: reasons.map(({ code, text }) => `${code} ${text}`),
    ...(channel && { channel }),
    ...more,
  };
  return jsonMessage(topic, stored.oneDocumentId, step);
};
