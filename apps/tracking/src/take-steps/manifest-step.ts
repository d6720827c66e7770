import type { ManifestStep } from '#contracts';
import { jsonOf, type Message } from '#messaging';
import { POSITION, recordedAt, sourceOf, takenByCustoms, type Step, type StepKind } from './step.js';

const DELETION = '3';

/** `clearance.manifest.*.v1`: a message went to customs, or customs answered it. */
export function manifestStep(message: Message): Step {
  const {
    messageId,
    messageType,
    functionCode,
    oneDocumentId,
    oneDocumentVersion,
    mode,
    type,
    status,
    sender,
    by,
    at,
    ...receipt
  } = jsonOf<ManifestStep>(message);
  return {
    stepId: `manifest/${messageId}/${status}/${at}`,
    subjectId: oneDocumentId,
    kind: kindOf(status, functionCode),
    ...(status === 'sent' ? recordedAt(at) : takenByCustoms(at, message)),
    position: POSITION.manifest,
    source: sourceOf(message, [], by),
    details: {
      messageId,
      messageType,
      functionCode,
      mode,
      type,
      sender,
      recordVersion: oneDocumentVersion,
      ...receipt,
    },
  };
}

/** A deletion that customs accepts ends the manifest. */
const kindOf = (status: ManifestStep['status'], functionCode: string): StepKind =>
  status === 'accepted' && functionCode === DELETION ? 'manifest.withdrawn' : `manifest.${status}`;
