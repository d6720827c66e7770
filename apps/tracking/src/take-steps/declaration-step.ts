import { topics, type DeclarationStep } from '#contracts';
import { jsonOf, type Message } from '#messaging';
import { POSITION, recordedAt, sourceOf, type LodgedStatus, type Step } from './step.js';

const STATUSES: readonly LodgedStatus[] = ['lodged', 'accepted', 'rejected', 'inspection', 'released'];

/** `clearance.declaration.*.v1`: the declarant or customs took a step. */
export function declarationStep(message: Message): Step {
  const {
    declarationId,
    oneDocumentId,
    oneDocumentVersion,
    type,
    mode,
    status,
    declarant,
    principal,
    by,
    at,
    reasons,
    channel,
  } = jsonOf<DeclarationStep & { readonly status: LodgedStatus }>(message);
  const isReceipt = message.type === topics.declarationNoted;
  return {
    stepId: `declaration/${declarationId}/${isReceipt ? `noted/${message.id}` : `${status}/${at}`}`,
    subjectId: oneDocumentId,
    kind: isReceipt ? 'declaration.noted' : `declaration.${status}`,
    ...recordedAt(at),
    position: POSITION.declaration + (isReceipt ? STATUSES.length : STATUSES.indexOf(status)),
    source: sourceOf(message, [], by),
    details: {
      declarationId,
      type,
      mode,
      declarant,
      ...(principal !== undefined && { principal }),
      recordVersion: oneDocumentVersion,
      reasons,
      ...(channel && { channel }),
    },
  };
}
