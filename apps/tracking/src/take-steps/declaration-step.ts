import type { DeclarationStep } from '#contracts';
import { jsonOf, type Message } from '#messaging';
import { POSITION, recordedAt, sourceOf, type LodgedStatus, type Step } from './step.js';

const STATUSES: readonly LodgedStatus[] = ['lodged', 'accepted', 'rejected', 'inspection', 'released'];

/** `clearance.declaration.*.v1`: the declarant or customs took a step. */
export function declarationStep(message: Message): Step {
  const { declarationId, oneDocumentId, oneDocumentVersion, type, mode, status, declarant, by, at, reasons } = jsonOf<
    DeclarationStep & { readonly status: LodgedStatus }
  >(message);
  return {
    stepId: `declaration/${declarationId}/${status}/${at}`,
    subjectId: oneDocumentId,
    kind: `declaration.${status}`,
    ...recordedAt(at),
    position: POSITION.declaration + STATUSES.indexOf(status),
    source: sourceOf(message, [], by),
    details: { declarationId, type, mode, declarant, recordVersion: oneDocumentVersion, reasons },
  };
}
