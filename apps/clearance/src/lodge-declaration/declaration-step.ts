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
export const STEP_TOPICS: readonly Topic[] = Object.values(TOPIC_OF);

/** A step as it goes out: on `lodged` the declaration travels along, later steps only name it. */
export function stepMessage(stored: StoredDeclaration, { status, by, at, reasons }: Step): OutgoingMessage {
  const step: DeclarationStep = {
    declarationId: stored.id,
    oneDocumentId: stored.oneDocumentId,
    oneDocumentVersion: stored.oneDocumentVersion,
    type: stored.type,
    mode: stored.mode,
    status,
    declarant: stored.declarant,
    by,
    at,
    reasons: reasons.map(({ code, text }) => `${code} ${text}`),
    ...(status === 'lodged' && { declaration: stored.declaration }),
  };
  return jsonMessage(TOPIC_OF[status], stored.oneDocumentId, step);
}
