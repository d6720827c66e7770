import type { OneDocument } from '#domain';
import type { Message } from '#messaging';
import { POSITION, recordedAt, sourceOf, type SourceOfStep, type Step } from './step.js';

/** A new version of a record was made. */
export function versionStep(record: OneDocument, message: Message): Step {
  const { id, version, change, state, mergedInto, discrepancies } = record;
  return {
    stepId: `record/${id}/version/${version}`,
    subjectId: id,
    kind: `record.${change.kind}`,
    ...recordedAt(record.changedAt),
    position: POSITION.record + version,
    source: sourceOf(message, change.documentId === undefined ? [] : documentsOf(record, [change.documentId])),
    details: {
      recordId: id,
      version,
      state,
      ...(mergedInto !== undefined && { mergedInto }),
      discrepancies: discrepancies.length,
    },
  };
}

/** Documents with their number and sender, as far as the record holds them. */
export function documentsOf({ transportDocuments }: OneDocument, documentIds: readonly string[]): SourceOfStep[] {
  return documentIds.map((documentId) => {
    const document = transportDocuments.find((one) => one.documentId === documentId);
    return document ? { documentId, number: document.number, sentBy: document.sentBy } : { documentId };
  });
}
