import { topics, type DeclarationStep } from '#contracts';
import { jsonOf, type Message } from '#messaging';
import {
  POSITION,
  recordedAt,
  sourceOf,
  takenByCustoms,
  type DeclarationNews,
  type LodgedStatus,
  type Step,
} from './step.js';

const NEWS: Readonly<Record<string, DeclarationNews>> = {
  [topics.declarationNoted]: 'noted',
  [topics.declarationOutdated]: 'outdated',
  [topics.amendmentRequested]: 'amendmentRequested',
  [topics.cancellationRequested]: 'cancellationRequested',
  [topics.requestRefused]: 'requestRefused',
  [topics.declarationAmended]: 'amended',
};

/** What is done in Yidan itself; everything else customs did. */
const OF_YIDAN: ReadonlySet<string> = new Set([
  topics.declarationLodged,
  topics.declarationOutdated,
  topics.amendmentRequested,
  topics.cancellationRequested,
]);

/** As they stand among others of one instant. */
const ORDER: readonly (LodgedStatus | DeclarationNews)[] = [
  'lodged',
  'accepted',
  'rejected',
  'inspection',
  'released',
  ...Object.values(NEWS),
  'cancelled',
];

/** `clearance.declaration.*.v1`: what became of a declaration, by the declarant, by customs or by its record. */
export function declarationStep(message: Message): Step {
  const said = jsonOf<DeclarationStep & { readonly status: LodgedStatus }>(message);
  const { declarationId, oneDocumentId, oneDocumentVersion, type, mode, status, declarant, by, at } = said;
  const { principal, reasons, channel, request, customsNumber } = said;
  const news = NEWS[message.type];
  return {
    stepId: `declaration/${declarationId}/${news ? `${news}/${message.id}` : `${status}/${at}`}`,
    subjectId: oneDocumentId,
    kind: `declaration.${news ?? status}`,
    ...(OF_YIDAN.has(message.type) ? recordedAt(at) : takenByCustoms(at, message)),
    position: POSITION.declaration + ORDER.indexOf(news ?? status),
    source: sourceOf(message, [], by),
    details: {
      declarationId,
      type,
      mode,
      declarant,
      ...(principal !== undefined && { principal }),
      ...(customsNumber !== undefined && { customsNumber }),
      recordVersion: oneDocumentVersion,
      reasons,
      ...(channel && { channel }),
      ...(request && { request }),
    },
  };
}
