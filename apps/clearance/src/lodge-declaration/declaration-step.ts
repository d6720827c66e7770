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
};

/** The topics this room says. */
export const STEP_TOPICS: readonly Topic[] = [...Object.values(TOPIC_OF), topics.declarationNoted];

/** A step as it goes out: on `lodged` the declaration travels along, later steps and receipts only name it. */
export function stepMessage(
  stored: StoredDeclaration,
  { status, by, at, reasons, channel }: Step,
  isReceipt = false,
): OutgoingMessage {
  const step: DeclarationStep = {
    declarationId: stored.id,
    oneDocumentId: stored.oneDocumentId,
    oneDocumentVersion: stored.oneDocumentVersion,
    type: stored.type,
    mode: stored.mode,
    status,
    declarant: stored.declarant,
    ...(stored.principal !== null && { principal: stored.principal }),
    by,
    at,
    reasons: reasons.map(({ code, text }) => `${code} ${text}`),
    ...(channel && { channel }),
    ...(status === 'lodged' && !isReceipt && { declaration: stored.declaration }),
  };
  return jsonMessage(isReceipt ? topics.declarationNoted : TOPIC_OF[status], stored.oneDocumentId, step);
}
